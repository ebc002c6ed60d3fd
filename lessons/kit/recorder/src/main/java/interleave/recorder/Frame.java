package interleave.recorder;

/** One frame of a stack: the class's full name, and the method's. */
record Frame(String type, String method) {

    boolean isOfJdk() {
        return type.startsWith("java.") || type.startsWith("jdk.") || type.startsWith("sun.");
    }

    /** Whether it is {@code method} of a class whose name is or begins with {@code type}; "" stands for any method. */
    boolean is(String typePrefix, String anyOrMethod) {
        return type.startsWith(typePrefix) && (anyOrMethod.isEmpty() || method.equals(anyOrMethod));
    }
}
