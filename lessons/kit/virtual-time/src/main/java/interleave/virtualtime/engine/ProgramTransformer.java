package interleave.virtualtime.engine;

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
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.ArrayStoreInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Redirects a program's own calls to the clocks, and marks the points where one of its threads may be preempted: before
 * it touches a field, an array, a monitor or anything of {@code java.util}.
 */
final class ProgramTransformer implements ClassRewriter.Rules {
    private static final ClassDesc HOOKS = ClassDesc.of("interleave.virtualtime.engine.Hooks");
    private static final ClassDesc THREAD = ClassDesc.of("java.lang.Thread");

    /** Those that run and watch programs, and are none themselves. */
    private static final List<String> TOOLS = List.of("java/", "javax/", "jdk/", "sun/", "com/sun/",
            "interleave/virtualtime/",
            "interleave/recorder/", "interleave/course/", "org/junit/", "org/assertj/", "org/opentest4j/",
            "org/hamcrest/",
            "org/mockito/", "net/bytebuddy/", "org/apache/maven/", "org/jacoco/", "org/openjdk/jmh/", "com/intellij/",
            "org/eclipse/", "org/gradle/", "org/pitest/", "picocli/", "org/snakeyaml/");

    /** Questions to a thread that a loop may ask until the answer changes. */
    private static final Set<String> ASKING = Set.of("isAlive", "getState", "isInterrupted", "interrupted");

    /** What comes from this package without being on the boot class path is a test of the engine. */
    private static final String ENGINE = "interleave/virtualtime/engine/";

    /** The line of source that is being rewritten; a transformer serves one thread at a time for one method. */
    private final ThreadLocal<Integer> line = ThreadLocal.withInitial(() -> 0);

    static boolean covers(String internalName) {
        return (internalName.startsWith(ENGINE) || TOOLS.stream().noneMatch(internalName::startsWith))
                && !internalName.contains("$$Lambda") && !internalName
                        .contains("$Proxy");
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
        if (element instanceof InvokeInstruction call) {
            Optional<Consumer<CodeBuilder>> redirected = redirected(call);
            if (redirected.isPresent()) {
                return redirected;
            }
        }
        int at = line.get();
        return point(element).map(what -> builder -> {
            builder.ldc(file(owner) + ":" + at + " " + what).invokestatic(HOOKS, "point",
                    MethodTypeDesc.of(CD_void, CD_String));
            if (element instanceof FieldInstruction field && !method.methodName().equalsString("<init>")) {
                withValue(field, builder);
            } else {
                builder.with(element);
            }
        });
    }

    private static Optional<Consumer<CodeBuilder>> redirected(InvokeInstruction call) {
        String name = call.name().stringValue();
        return switch (call.owner().asInternalName() + "." + name) {
            case "java/lang/System.nanoTime", "java/lang/System.currentTimeMillis" -> Optional.of(builder -> builder
                    .invokestatic(HOOKS, name, MethodTypeDesc.of(CD_long)));
            case "java/lang/Thread.threadId", "java/lang/Thread.getId" -> Optional.of(builder -> builder.invokestatic(
                    HOOKS, "threadId", MethodTypeDesc.of(CD_long, THREAD)));
            case "java/lang/Runtime.availableProcessors" -> Optional.of(builder -> builder.invokestatic(HOOKS, name,
                    MethodTypeDesc.of(CD_int, ClassDesc.of("java.lang.Runtime"))));
            case "java/lang/Math.random" -> Optional.of(builder -> builder.invokestatic(HOOKS, name, MethodTypeDesc.of(
                    CD_double)));
            case "java/lang/Thread.currentThread" ->
                Optional.of(builder -> builder.invokestatic(HOOKS, name, MethodTypeDesc
                        .of(THREAD)));
            case "java/lang/Thread.onSpinWait" -> Optional.of(builder -> builder.invokestatic(THREAD, "yield",
                    MethodTypeDesc.of(CD_void)));
            default -> flightRecorderEvent(call);
        };
    }

    /** A call that could be one on a Flight Recorder event; whether it is, shows when it runs. */
    private static Optional<Consumer<CodeBuilder>> flightRecorderEvent(InvokeInstruction call) {
        if (call.opcode() != Opcode.INVOKEVIRTUAL) {
            return Optional.empty();
        }
        return switch (call.name().stringValue() + call.type().stringValue()) {
            case "begin()V", "commit()V" ->
                Optional.of(builder -> ifWatched(builder, call, watched -> watched.invokestatic(
                        HOOKS, call.name().stringValue(), MethodTypeDesc.of(CD_void, CD_Object))));
            case "isEnabled()Z", "shouldCommit()Z" ->
                Optional.of(builder -> ifWatched(builder, call, watched -> watched.pop()
                        .iconst_1()));
            default -> Optional.empty();
        };
    }

    private static void ifWatched(CodeBuilder builder, InvokeInstruction call,
            Consumer<CodeBuilder.BlockCodeBuilder> then) {
        builder.dup().invokestatic(HOOKS, "isWatched", MethodTypeDesc.of(CD_boolean, CD_Object)).ifThenElse(then,
                real -> real
                        .with(call));
    }

    private static Optional<String> point(CodeElement element) {
        return switch (element) {
            case FieldInstruction field when field.owner().asInternalName().equals("java/lang/System") ->
                Optional.empty();
            case FieldInstruction field ->
                Optional.of((reads(field) ? "read " : "write ") + field.name().stringValue());
            case ArrayLoadInstruction load -> Optional.of("read an element");
            case ArrayStoreInstruction store -> Optional.of("write an element");
            case MonitorInstruction monitor when monitor.opcode() == Opcode.MONITORENTER -> Optional.of("synchronized");
            case InvokeInstruction call when isShared(call) -> Optional.of(file(call.owner()
                    .asInternalName()) + "." + call.name().stringValue());
            default -> Optional.empty();
        };
    }

    private static boolean isShared(InvokeInstruction call) {
        String owner = call.owner().asInternalName();
        return (owner.equals("java/lang/Thread") && ASKING.contains(call.name().stringValue()))
                || (owner.startsWith("java/util/") && !owner.startsWith("java/util/Objects") && !owner.startsWith(
                        "java/util/function/"));
    }

    private static boolean reads(FieldInstruction field) {
        return field.opcode() == Opcode.GETFIELD || field.opcode() == Opcode.GETSTATIC;
    }

    /** The field access, and a word to the story about the value read or written. */
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
        builder.loadConstant(reads(field) ? 1 : 0).invokestatic(HOOKS, "value",
                MethodTypeDesc.of(CD_void, shownAs(type),
                        CD_int));
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
