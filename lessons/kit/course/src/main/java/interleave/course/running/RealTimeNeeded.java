package interleave.course.running;

import interleave.virtualtime.VirtualRun;
import java.io.Serial;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** A version did something that virtual time cannot control, such as waiting for a socket. Its result may be wrong. */
final class RealTimeNeeded extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    /** The end of the message with which virtual time rejects an operation. The name of the operation precedes it. */
    private static final String REFUSED = " takes real time, which a virtual-time run cannot control";

    private RealTimeNeeded(String operation) {
        super("virtual time cannot control this: " + operation + ". The printed lines may be wrong.");
    }

    /** Names the first operation of the run that virtual time could not control; empty if there was none. */
    static Optional<Throwable> in(VirtualRun run) {
        return run.uncontrolled().stream().findFirst().map(RealTimeNeeded::new);
    }

    /** The same, from the exception that ended a run. */
    static Optional<Throwable> in(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .map(cause -> String.valueOf(cause.getMessage()))
                .filter(message -> message.contains(REFUSED))
                .reduce((outer, inner) -> inner)
                .map(message -> new RealTimeNeeded(message.substring(0, message.indexOf(REFUSED))));
    }

    /** Makes a run, and prints uncaught exceptions of its threads, except those that this class explains. */
    static VirtualRun withoutStackTraces(Callable<VirtualRun> code) throws Exception {
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            if (in(failure).isEmpty()) {
                print(thread, failure);
            }
        });
        try {
            return code.call();
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    /** Prints an uncaught exception as the JVM does. */
    private static void print(Thread thread, Throwable failure) {
        System.err.print("Exception in thread \"" + thread.getName() + "\" ");
        failure.printStackTrace();
    }
}
