package interleave.course.jvm;

import java.util.regex.Pattern;

/** The lines of a stack trace, such as {@code java.base/java.lang.Thread.sleep(Thread.java:540)}. */
public final class Frames {
    /** The modules of the JDK, with or without a version, and the event loop's own code. */
    private static final Pattern NOT_THE_PROGRAM =
            Pattern.compile("(java|jdk)\\.[\\w.]+(@[^/]*)?/.*|interleave\\.eventloop\\..*");

    private static final Pattern LAMBDA = Pattern.compile("lambda\\$([^$(]+)\\$[\\d$]+");
    private static final Pattern LOADER = Pattern.compile("^[^(]*/");

    private Frames() {}

    public static boolean isProgram(String frame) {
        return !NOT_THE_PROGRAM.matcher(frame).matches();
    }

    static boolean isStartOfThread(String frame) {
        return frame.contains("java.lang.VirtualThread.run(") || frame.contains("java.lang.Thread.run(");
    }

    /** {@code Orders.main(Orders.java:12)} instead of {@code Orders.lambda$main$0(Orders.java:12)}. */
    public static String withoutLambdas(String frame) {
        return LAMBDA.matcher(LOADER.matcher(frame).replaceFirst("")).replaceAll("$1");
    }

    /** Such as {@code Thread.sleep}. */
    public static String method(String frame) {
        String name = LOADER.matcher(frame).replaceFirst("").replaceFirst("\\(.*", "");
        int method = name.lastIndexOf('.');
        return method < 0 ? name : simpleName(name.substring(0, method)) + name.substring(method);
    }

    /** The name of a class without its package, such as {@code Object@1449055d}. */
    public static String simpleName(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }
}
