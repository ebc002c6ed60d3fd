package interleave.practice.judging;

import java.util.ConcurrentModificationException;
import java.util.EmptyStackException;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;

/** Distinguishes exceptions that show a bug from those that an exercise expects. */
final class ProgrammingError {
    private ProgrammingError() {}

    /**
     * Whether no correct code throws it: an exception of the JVM such as a NullPointerException, or a runtime exception
     * of a class of the JDK that was called wrongly. Exceptions that the student's code creates may be intended.
     */
    static boolean isOne(Throwable failure) {
        if (Explanation.isOfTheTool(failure)) {
            return false;
        }
        return switch (failure) {
            case NullPointerException missing -> true;
            case IndexOutOfBoundsException outside -> true;
            case ArithmeticException division -> true;
            case ClassCastException odd -> true;
            case NegativeArraySizeException negative -> true;
            case ArrayStoreException odd -> true;
            case ConcurrentModificationException changed -> true;
            case NoSuchElementException none -> true;
            case EmptyStackException none -> true;
            case NumberFormatException odd -> true;
            case UnsupportedOperationException unsupported -> true;
            case IllegalMonitorStateException outside -> true;
            case IllegalThreadStateException twice -> true;
            case StackOverflowError deep -> true;
            case CancellationException cancelled -> false;
            case RejectedExecutionException full -> false; // a full queue may be intended
            case IllegalArgumentException refused -> isThrownByTheJdk(refused);
            case IllegalStateException refused -> isThrownByTheJdk(refused);
            default -> false;
        };
    }

    private static boolean isThrownByTheJdk(Throwable failure) {
        StackTraceElement[] stack = failure.getStackTrace();
        return stack.length > 0 && stack[0].getClassName().startsWith("java.");
    }
}
