package conformance;

import interleave.virtualtime.ThrowingRunnable;
import interleave.virtualtime.VirtualRun;
import interleave.virtualtime.VirtualTime;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;

/**
 * A program that runs the tests of one class of the TCK, and prints a line when a test starts and when it ends, and the
 * milliseconds of all tests. Usage: {@code TckClass real|virtual|races CLASS FIRST_TEST}; with {@code races}, a test
 * with a data race fails. It calls JUnit 3 by reflection, since the module does not depend on it.
 */
final class TckClass {
    static final String START = "tck: start ";
    static final String PASSED = "tck: passed";
    static final String FAILED = "tck: failed ";
    static final String END = "tck: end ";

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private TckClass() {}

    static void main(String[] arguments) throws Exception {
        String mode = arguments[0];
        List<Object> tests = tests(arguments[1]);
        if (!mode.equals("real")) {
            VirtualTime.run(() -> {}); // installs the engine before the first test
        }
        long start = System.nanoTime();
        for (Object test : tests.subList(Integer.parseInt(arguments[2]), tests.size())) {
            System.out.println(START + test);
            run(test, mode);
        }
        System.out.println(END + Duration.ofNanos(System.nanoTime() - start).toMillis());
        System.exit(0); // a test may leave threads behind
    }

    private static void run(Object test, String mode) {
        ThrowingRunnable body = () -> runBare(test);
        try {
            switch (mode) {
                case "real" -> body.run();
                case "virtual" -> new VirtualTime().realLimit(LIMIT).start(body);
                case "races" -> runWithoutRace(body);
                default -> throw new IllegalArgumentException(mode);
            }
            System.out.println(PASSED);
        } catch (Throwable failure) {
            System.out.println(FAILED + description(failure));
        }
    }

    private static void runWithoutRace(ThrowingRunnable body) throws Exception {
        VirtualRun run = new VirtualTime().realLimit(LIMIT).findRaces().start(body);
        if (!run.races().isEmpty()) {
            throw new AssertionError(run.races().getFirst().toString());
        }
    }

    private static void runBare(Object test) throws Exception {
        try {
            test.getClass().getMethod("runBare").invoke(test);
        } catch (InvocationTargetException failed) {
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            throw failed;
        }
    }

    /** The first line of the message, and the line of the TCK. */
    private static String description(Throwable failure) {
        Throwable cause = failure instanceof InvocationTargetException ? failure.getCause() : failure;
        String line = Arrays.stream(cause.getStackTrace())
                .filter(frame -> frame.getClassName().endsWith("Test"))
                .findFirst()
                .map(frame -> " at " + frame)
                .orElse("");
        return cause.toString().lines().findFirst().orElse("") + line;
    }

    /** The tests of the class's suite, in the order of their names. None if the class is not a test. */
    private static List<Object> tests(String type) throws ReflectiveOperationException {
        var tests = new ArrayList<Object>();
        try {
            collect(Class.forName(type).getDeclaredMethod("suite").invoke(null), tests);
        } catch (NoSuchMethodException isNoTest) {
            return tests;
        }
        tests.sort(Comparator.comparing(Object::toString));
        return tests;
    }

    private static void collect(Object test, List<Object> tests) throws ReflectiveOperationException {
        Method children;
        try {
            children = test.getClass().getMethod("tests");
        } catch (NoSuchMethodException isNoSuite) {
            tests.add(test);
            return;
        }
        for (Object child : Collections.list((Enumeration<?>) children.invoke(test))) {
            collect(child, tests);
        }
    }
}
