package interleave.recorder.stack;

/**
 * One frame of a stack trace.
 *
 * @param type the full name of its class
 * @param line counted from 1; 0 or less if unknown
 */
public record Frame(String type, String method, int line) {

    /** Converts a stack trace element. */
    public static Frame of(StackTraceElement element) {
        return new Frame(element.getClassName(), element.getMethodName(), element.getLineNumber());
    }

    /** Converts the frame of a stack walker. */
    public static Frame of(StackWalker.StackFrame frame) {
        return new Frame(frame.getClassName(), frame.getMethodName(), frame.getLineNumber());
    }

    /** Whether it belongs to the JDK, or to what virtual time adds to the JDK's methods. */
    boolean isOfJdk() {
        return type.startsWith("java.") || type.startsWith("jdk.") || type.startsWith("sun.") || isOfVirtualTime();
    }

    boolean isOfVirtualTime() {
        return type.startsWith("interleave.virtualtime.engine.");
    }

    /** Whether the class name begins with {@code typePrefix} and the method has this name; "" matches any method. */
    public boolean is(String typePrefix, String anyOrMethod) {
        return type.startsWith(typePrefix) && (anyOrMethod.isEmpty() || method.equals(anyOrMethod));
    }
}
