package interleave.virtualtime.engine.agent;

import interleave.virtualtime.engine.steps.Access;
import interleave.virtualtime.engine.steps.Methods;
import interleave.virtualtime.engine.steps.Site;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DirectMethodHandleDesc.Kind;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What an instruction does, as far as its names say so. */
final class Steps {
    /** Methods of a thread that a busy-waiting loop may call until the result changes. */
    private static final Set<String> POLLED = Set.of("isAlive", "getState", "isInterrupted", "interrupted");

    private static final Set<String> MONITOR_METHODS =
            Set.of("wait()V", "wait(J)V", "wait(JI)V", "notify()V", "notifyAll()V");

    private static final String CONCURRENT = "java/util/concurrent/";

    /** Classes of {@code java.util.concurrent} whose methods use their object only. */
    private static final Pattern SIMPLE = Pattern.compile(CONCURRENT
            + "(atomic/.*|locks/.*|Concurrent.*|CopyOnWrite.*|.*Queue|.*Deque|Semaphore|CountDownLatch|Exchanger"
            + "|ThreadLocalRandom|TimeUnit)");

    /** Parameters through which the JDK calls code of the program, or reads another collection. */
    private static final Pattern OTHER_OBJECTS =
            Pattern.compile("Ljava/util/(?!concurrent/TimeUnit;)|Ljava/lang/(Runnable|Iterable);");

    /** The types of {@code get(int)} and {@code set(int, E)}. */
    private static final Pattern ELEMENT = Pattern.compile("\\(I(Ljava/lang/Object;)?\\)Ljava/lang/Object;");

    private Steps() {}

    static Site ofField(String place, FieldInstruction field) {
        String name = field.name().stringValue();
        return reads(field)
                ? new Site(place, "read " + name, Access.READ, field.owner().asInternalName(), name)
                : new Site(place, "write " + name, Access.WRITE, field.owner().asInternalName(), name);
    }

    /** A call of the program, or of a class of the JDK that threads share. */
    static Optional<Site> ofCall(String place, InvokeInstruction call) {
        String owner = call.owner().asInternalName();
        String name = call.name().stringValue();
        String action = file(owner) + "." + name;
        if (isOfTheProgram(call)) {
            return Optional.of(new Site(place, action, Access.CALL, owner, name + call.type()));
        }
        if (isCode(owner, name)) {
            return Optional.of(new Site(place, action, Access.CODE, owner, name));
        }
        return isShared(call) || isOfABuilder(call)
                ? Optional.of(new Site(place, action, access(call), owner, name))
                : Optional.empty();
    }

    /** A method reference to a class of {@code java.util} that threads share, as a call of it. */
    static Optional<Site> ofReference(String place, DirectMethodHandleDesc method) {
        String descriptor = method.owner().descriptorString();
        String owner = descriptor.substring(1, descriptor.length() - 1);
        boolean hasReceiver = method.kind() == Kind.VIRTUAL || method.kind() == Kind.INTERFACE_VIRTUAL;
        if (!hasReceiver
                || !isOfJavaUtil(owner)
                || mayUseOtherObjects(owner, method.methodName(), method.lookupDescriptor())) {
            return Optional.empty();
        }
        String action = file(owner) + "." + method.methodName();
        return Optional.of(new Site(place, action, access(owner, method.methodName()), owner, method.methodName()));
    }

    private static boolean isCode(String owner, String name) {
        return owner.startsWith("java/util/function/")
                || (owner.equals("java/lang/Runnable") && name.equals("run"))
                || (owner.equals(CONCURRENT + "Callable") && name.equals("call"));
    }

    private static Access access(InvokeInstruction call) {
        String owner = call.owner().asInternalName();
        String name = call.name().stringValue();
        return mayUseOtherObjects(owner, name, call.type().stringValue()) ? Access.OPAQUE : access(owner, name);
    }

    private static Access access(String owner, String name) {
        if (owner.startsWith(CONCURRENT + "locks/")) {
            return Access.LOCK;
        }
        return Methods.reads(name) ? Access.READ : Access.WRITE;
    }

    private static boolean mayUseOtherObjects(String owner, String name, String type) {
        return OTHER_OBJECTS.matcher(type.substring(0, type.indexOf(')'))).find()
                || owner.startsWith("java/util/stream/")
                || owner.equals("java/lang/Thread")
                || (owner.equals("java/util/Arrays") && !name.equals("asList"))
                || (owner.startsWith(CONCURRENT) && !SIMPLE.matcher(owner).matches());
    }

    /** The hook for a call. A call of the JDK makes progress, unless it may be repeated until the result changes. */
    static String hookFor(InvokeInstruction call) {
        if (isOfTheProgram(call)) {
            return "call";
        }
        if (isCode(call.owner().asInternalName(), call.name().stringValue())) {
            return "code";
        }
        if (isOfABuilder(call)) {
            return "used";
        }
        return hookForJdk(call.owner().asInternalName());
    }

    /** The hook for a call of a class of the JDK. */
    static String hookForJdk(String owner) {
        return owner.startsWith("java/util/") && !owner.startsWith(CONCURRENT) ? "work" : "point";
    }

    /** Threads rarely share a StringBuilder, so no thread is preempted before the call. A race is still found. */
    private static boolean isOfABuilder(InvokeInstruction call) {
        return call.owner().asInternalName().equals("java/lang/StringBuilder")
                && !call.name().equalsString("<init>");
    }

    /** Whether it is {@code get(int)} or {@code set(int, E)} of a list, which do not affect the other elements. */
    static boolean isOfAnElement(InvokeInstruction call) {
        return isShared(call)
                && call.opcode() != Opcode.INVOKESTATIC
                && (call.name().equalsString("get") || call.name().equalsString("set"))
                && ELEMENT.matcher(call.type().stringValue()).matches();
    }

    /** Constructors are omitted: no other thread knows the new object. */
    private static boolean isOfTheProgram(InvokeInstruction call) {
        return !call.name().equalsString("<init>")
                && ProgramTransformer.covers(call.owner().asInternalName());
    }

    private static boolean isShared(InvokeInstruction call) {
        String owner = call.owner().asInternalName();
        return (owner.equals("java/lang/Thread") && POLLED.contains(call.name().stringValue()))
                || (isOfJavaUtil(owner) && !isOfEveryObject(call));
    }

    private static boolean isOfJavaUtil(String owner) {
        return owner.startsWith("java/util/")
                && !owner.startsWith("java/util/Objects")
                && !owner.startsWith("java/util/function/");
    }

    /** Whether the call releases a monitor. Its owner may be any type, such as that of a collection. */
    static boolean waits(InvokeInstruction call) {
        return call.name().equalsString("wait") && isOfEveryObject(call);
    }

    /** Whether it is a final method of {@code Object}, which uses the monitor of the object only. */
    private static boolean isOfEveryObject(InvokeInstruction call) {
        return call.opcode() != Opcode.INVOKESTATIC
                && MONITOR_METHODS.contains(
                        call.name().stringValue() + call.type().stringValue());
    }

    static boolean reads(FieldInstruction field) {
        return field.opcode() == Opcode.GETFIELD || field.opcode() == Opcode.GETSTATIC;
    }

    /** {@code Counter} for {@code shared/Counter$1}. */
    static String file(String internalName) {
        String simple = internalName.substring(internalName.lastIndexOf('/') + 1);
        return simple.contains("$") ? simple.substring(0, simple.indexOf('$')) : simple;
    }
}
