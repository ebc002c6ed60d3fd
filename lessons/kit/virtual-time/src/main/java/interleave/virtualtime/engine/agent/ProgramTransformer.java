package interleave.virtualtime.engine.agent;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_char;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Consumer;

/**
 * Redirects a program's calls to clocks, and inserts the points where a thread may be preempted: before each access to
 * a field, an array, a monitor or a class of {@code java.util}, and before each call of a method of the program, which
 * may be synchronized.
 */
final class ProgramTransformer implements ClassRewriter.Rules {
    private static final ClassDesc HOOKS = ClassDesc.of("interleave.virtualtime.engine.Hooks");
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

    /** Methods of a thread that a busy-waiting loop may call until the result changes. */
    private static final Set<String> POLLED = Set.of("isAlive", "getState", "isInterrupted", "interrupted");

    /** Classes of this package that are not on the boot class path are tests of the engine. */
    private static final String ENGINE = "interleave/virtualtime/engine/";

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
        return Optional.empty();
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
        int at = line.get();
        return point(element).map(what -> builder -> {
            builder.ldc(file(owner) + ":" + at + " " + what)
                    .invokestatic(HOOKS, kindOf(element), MethodTypeDesc.of(CD_void, CD_String));
            if (element instanceof FieldInstruction field
                    && !method.methodName().equalsString("<init>")) {
                withValue(field, builder);
            } else {
                builder.with(element);
            }
        });
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

    private static Optional<String> point(CodeElement element) {
        return switch (element) {
            case FieldInstruction field
            when field.owner().asInternalName().equals("java/lang/System") -> Optional.empty();
            case FieldInstruction field ->
                Optional.of((reads(field) ? "read " : "write ") + field.name().stringValue());
            case ArrayLoadInstruction load -> Optional.of("read an element");
            case ArrayStoreInstruction store -> Optional.of("write an element");
            case MonitorInstruction monitor when monitor.opcode() == Opcode.MONITORENTER -> Optional.of("synchronized");
            case InvokeInstruction call
            when isShared(call) || isOfTheProgram(call) ->
                Optional.of(
                        file(call.owner().asInternalName()) + "." + call.name().stringValue());
            default -> Optional.empty();
        };
    }

    /** The hook for a step. */
    private static String kindOf(CodeElement element) {
        if (element instanceof InvokeInstruction call && isOfTheProgram(call)) {
            return "call";
        }
        return works(element) ? "work" : "point";
    }

    /** Constructors are omitted: no other thread knows the new object. */
    private static boolean isOfTheProgram(InvokeInstruction call) {
        return !call.name().equalsString("<init>") && covers(call.owner().asInternalName());
    }

    /** Whether a step makes progress, rather than reading something that another thread may change. */
    private static boolean works(CodeElement element) {
        return switch (element) {
            case FieldInstruction field -> !reads(field);
            case InvokeInstruction call ->
                call.owner().asInternalName().startsWith("java/util/")
                        && !call.owner().asInternalName().startsWith("java/util/concurrent/");
            case MonitorInstruction monitor -> false;
            default -> true;
        };
    }

    private static boolean isShared(InvokeInstruction call) {
        String owner = call.owner().asInternalName();
        return (owner.equals("java/lang/Thread") && POLLED.contains(call.name().stringValue()))
                || (owner.startsWith("java/util/")
                        && !owner.startsWith("java/util/Objects")
                        && !owner.startsWith("java/util/function/"));
    }

    private static boolean reads(FieldInstruction field) {
        return field.opcode() == Opcode.GETFIELD || field.opcode() == Opcode.GETSTATIC;
    }

    /** Emits the field access, and a call that records the value in the schedule. */
    private static void withValue(FieldInstruction field, CodeBuilder builder) {
        ClassDesc type = field.typeSymbol();
        if (reads(field)) {
            builder.with(field);
        }
        if (type.equals(CD_long) || type.equals(CD_double)) {
            builder.dup2();
        } else {
            builder.dup();
        }
        builder.loadConstant(reads(field) ? 1 : 0)
                .invokestatic(HOOKS, "value", MethodTypeDesc.of(CD_void, shownAs(type), CD_int));
        if (!reads(field)) {
            builder.with(field);
        }
    }

    private static ClassDesc shownAs(ClassDesc type) {
        return switch (type.descriptorString()) {
            case "J" -> CD_long;
            case "D" -> CD_double;
            case "F" -> CD_float;
            case "Z" -> CD_boolean;
            case "C" -> CD_char;
            case "B", "S", "I" -> CD_int;
            default -> CD_Object;
        };
    }

    /** {@code Counter} for {@code shared/Counter$1}. */
    private static String file(String internalName) {
        String simple = internalName.substring(internalName.lastIndexOf('/') + 1);
        return simple.contains("$") ? simple.substring(0, simple.indexOf('$')) : simple;
    }
}
