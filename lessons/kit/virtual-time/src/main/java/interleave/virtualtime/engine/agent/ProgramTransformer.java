package interleave.virtualtime.engine.agent;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LineNumber;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Consumer;

/** Redirects a program's calls to clocks, and inserts the points where a thread may be preempted. */
final class ProgramTransformer implements ClassRewriter.Rules {
    private static final ClassDesc HOOKS = ClassDesc.of("interleave.virtualtime.engine.Hooks");
    private static final ClassDesc STEP_HOOKS = ClassDesc.of("interleave.virtualtime.engine.StepHooks");
    private static final ClassDesc SYNC_HOOKS = ClassDesc.of("interleave.virtualtime.engine.SyncHooks");
    private static final ClassDesc THREAD = ClassDesc.of("java.lang.Thread");

    /** Packages of tools, which are not part of the program. */
    private static final List<String> TOOLS = List.of(
            "java/",
            "javax/",
            "jdk/",
            "sun/",
            "com/sun/",
            "interleave/virtualtime/",
            "interleave/recorder/",
            "interleave/course/",
            "interleave/practice/",
            "org/junit/",
            "org/assertj/",
            "org/opentest4j/",
            "org/hamcrest/",
            "org/mockito/",
            "net/bytebuddy/",
            "org/apache/maven/",
            "org/jacoco/",
            "org/openjdk/jmh/",
            "com/intellij/",
            "org/eclipse/",
            "org/gradle/",
            "org/pitest/",
            "picocli/",
            "org/snakeyaml/");

    /** Methods that a program calls, and the hooks that replace them. */
    private static final Map<String, DirectMethodHandleDesc> REDIRECTED = Map.of(
            "java/lang/System.nanoTime",
            hook("nanoTime", CD_long),
            "java/lang/System.currentTimeMillis",
            hook("currentTimeMillis", CD_long),
            "java/lang/Math.random",
            hook("random", CD_double),
            "java/lang/Thread.currentThread",
            hook("currentThread", THREAD),
            "java/lang/Thread.threadId",
            hook("threadId", CD_long, THREAD),
            "java/lang/Thread.getId",
            hook("threadId", CD_long, THREAD),
            "java/lang/Runtime.availableProcessors",
            hook("availableProcessors", CD_int, ClassDesc.of("java.lang.Runtime")),
            "jdk/jfr/FlightRecorder.isInitialized",
            hook("isFlightRecorderInitialized", CD_boolean));

    /** Classes of this package that are not on the boot class path are tests of the engine. */
    private static final String ENGINE = "interleave/virtualtime/engine/";

    private final StepInsertion steps = new StepInsertion();

    /** The current source line. A thread transforms one method at a time. */
    private final ThreadLocal<Integer> line = ThreadLocal.withInitial(() -> 0);

    /** Labels that were already visited. A jump to one of them closes a loop. */
    private final ThreadLocal<Set<Label>> passed =
            ThreadLocal.withInitial(() -> Collections.newSetFromMap(new WeakHashMap<>()));

    static boolean covers(String internalName) {
        return (internalName.startsWith(ENGINE) || TOOLS.stream().noneMatch(internalName::startsWith))
                && !internalName.contains("$$Lambda")
                && !internalName.contains("$Proxy");
    }

    @Override
    public Optional<Consumer<CodeBuilder>> atStart(String owner, MethodModel method) {
        String signature =
                method.methodName().stringValue() + method.methodType().stringValue();
        return switch (signature) {
            case "<clinit>()V" ->
                Optional.of(builder -> builder.invokestatic(STEP_HOOKS, "initializing", MethodTypeDesc.of(CD_void)));
            case "onCompletion(Ljava/util/concurrent/CountedCompleter;)V" -> // its subtasks have completed
                Optional.of(builder ->
                        builder.aload(0).invokestatic(SYNC_HOOKS, "acquire", MethodTypeDesc.of(CD_void, CD_Object)));
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<CodeTransform> around(String owner, MethodModel method) {
        return method.flags().has(AccessFlag.SYNCHRONIZED)
                ? Optional.of(new SynchronizedMethod(owner, method))
                : Optional.empty();
    }

    @Override
    public Optional<Consumer<CodeBuilder>> inPlaceOf(CodeElement element, String owner, MethodModel method) {
        if (element instanceof LineNumber number) {
            line.set(number.line());
        }
        if (element instanceof LabelTarget target) {
            passed.get().add(target.label());
            if (isHandler(target.label(), method)) {
                return Optional.of(
                        builder -> builder.with(element).invokestatic(HOOKS, "caught", MethodTypeDesc.of(CD_void)));
            }
        }
        if (element instanceof BranchInstruction branch && passed.get().contains(branch.target())) {
            return Optional.of(builder -> builder.invokestatic(HOOKS, "loop", MethodTypeDesc.of(CD_void))
                    .with(branch));
        }
        Optional<Consumer<CodeBuilder>> redirected = redirected(element);
        if (redirected.isPresent()) {
            return redirected;
        }
        return steps.insertedAt(element, owner, method, line.get());
    }

    /** Whether a catch clause begins at this label. Handlers without a type are those of finally and synchronized. */
    private static boolean isHandler(Label label, MethodModel method) {
        return method.code().stream()
                .flatMap(code -> code.exceptionHandlers().stream())
                .anyMatch(handler ->
                        handler.catchType().isPresent() && handler.handler().equals(label));
    }

    /** Redirects a call, or a method reference, to the hook of the same name. */
    private static Optional<Consumer<CodeBuilder>> redirected(CodeElement element) {
        return switch (element) {
            case InvokeInstruction call
            when isSpinWait(call) ->
                Optional.of(builder -> builder.invokestatic(THREAD, "yield", MethodTypeDesc.of(CD_void)));
            case InvokeInstruction call -> hookFor(call).or(() -> flightRecorderEvent(call));
            case InvokeDynamicInstruction dynamic
            when dynamic.bootstrapArgs().stream().anyMatch(ProgramTransformer::isRedirected) ->
                Optional.of(builder -> builder.invokedynamic(DynamicCallSiteDesc.of(
                        dynamic.bootstrapMethod(),
                        dynamic.name().stringValue(),
                        dynamic.typeSymbol(),
                        dynamic.bootstrapArgs().stream()
                                .map(ProgramTransformer::hookFor)
                                .toArray(ConstantDesc[]::new))));
            default -> Optional.empty();
        };
    }

    private static Optional<Consumer<CodeBuilder>> hookFor(InvokeInstruction call) {
        DirectMethodHandleDesc hook =
                REDIRECTED.get(call.owner().asInternalName() + "." + call.name().stringValue());
        return Optional.ofNullable(hook)
                .map(found -> builder -> builder.invokestatic(HOOKS, found.methodName(), found.invocationType()));
    }

    /** A call that may be on a Flight Recorder event, which is checked at run time. */
    private static Optional<Consumer<CodeBuilder>> flightRecorderEvent(InvokeInstruction call) {
        if (call.opcode() != Opcode.INVOKEVIRTUAL) {
            return Optional.empty();
        }
        return switch (call.name().stringValue() + call.type().stringValue()) {
            case "begin()V", "commit()V" ->
                Optional.of(builder -> ifWatched(
                        builder,
                        call,
                        watched -> watched.invokestatic(
                                HOOKS, call.name().stringValue(), MethodTypeDesc.of(CD_void, CD_Object))));
            case "isEnabled()Z", "shouldCommit()Z" ->
                Optional.of(builder ->
                        ifWatched(builder, call, watched -> watched.pop().iconst_1()));
            default -> Optional.empty();
        };
    }

    private static boolean isSpinWait(InvokeInstruction call) {
        return call.owner().asInternalName().equals("java/lang/Thread")
                && call.name().equalsString("onSpinWait");
    }

    private static boolean isRedirected(ConstantDesc argument) {
        return hookFor(argument) != argument;
    }

    private static ConstantDesc hookFor(ConstantDesc argument) {
        if (argument instanceof DirectMethodHandleDesc handle) {
            String owner = handle.owner().descriptorString();
            ConstantDesc hook = REDIRECTED.get(owner.substring(1, owner.length() - 1) + "." + handle.methodName());
            return hook == null ? argument : hook;
        }
        return argument;
    }

    private static DirectMethodHandleDesc hook(String name, ClassDesc returned, ClassDesc... arguments) {
        return MethodHandleDesc.ofMethod(
                DirectMethodHandleDesc.Kind.STATIC, HOOKS, name, MethodTypeDesc.of(returned, arguments));
    }

    private static void ifWatched(
            CodeBuilder builder, InvokeInstruction call, Consumer<CodeBuilder.BlockCodeBuilder> then) {
        builder.dup()
                .invokestatic(HOOKS, "isWatched", MethodTypeDesc.of(CD_boolean, CD_Object))
                .ifThenElse(then, real -> real.with(call));
    }
}
