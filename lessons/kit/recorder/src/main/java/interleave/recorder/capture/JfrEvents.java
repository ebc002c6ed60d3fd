package interleave.recorder.capture;

import interleave.recorder.model.FailureText;
import interleave.recorder.model.Place;
import interleave.recorder.model.State;
import interleave.recorder.stack.Frame;
import interleave.recorder.stack.ProgramPlaces;
import interleave.recorder.stack.Wait;
import interleave.recorder.stack.WaitClassifier;
import java.nio.channels.AsynchronousCloseException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordedThreadGroup;

/** Interprets single Flight Recorder events. */
final class JfrEvents {

    private static final Set<String> STORES_EXCEPTION =
            Set.of("setException", "completeThrowable", "dispatchUncaughtException", "<init>");

    private JfrEvents() {}

    static long start(RecordedEvent event) {
        return nanos(event.getStartTime());
    }

    static long end(RecordedEvent event) {
        return nanos(event.getEndTime());
    }

    /** The wait that the event describes, if any. */
    static Optional<Wait> wait(RecordedEvent event) {
        return switch (event.getEventType().getName()) {
            case "jdk.ThreadSleep" -> Optional.of(WaitClassifier.SLEEP);
            case "jdk.ThreadPark" -> WaitClassifier.classify(frames(event));
            case "jdk.JavaMonitorEnter" -> WaitClassifier.classifyMonitorEnter(frames(event));
            case "jdk.JavaMonitorWait" -> Optional.of(WaitClassifier.classifyMonitorWait(frames(event)));
            case "jdk.MethodTrace" -> traced(event);
            case "jdk.SocketRead" -> Optional.of(new Wait(State.IO, "reading from a socket"));
            case "jdk.SocketWrite" -> Optional.of(new Wait(State.IO, "writing to a socket"));
            default -> Optional.empty();
        };
    }

    /** The lines of the program in the event's stack trace; empty if it has none. */
    static List<Place> places(RecordedEvent event) {
        return ProgramPlaces.of(frames(event).stream());
    }

    /** A callback, or its time in the ready queue. */
    static LoopEvent callback(LoopEvent.Type kind, RecordedEvent event) {
        return new LoopEvent(
                kind,
                event.getThread().getJavaThreadId(),
                event.getLong("taskId"),
                event.getString("task"),
                start(event),
                end(event),
                "",
                List.of(),
                "",
                new LoopEvent.TaskName(event.getLong("byId"), event.getString("by")));
    }

    static LoopEvent loopEvent(LoopEvent.Type kind, RecordedEvent event) {
        return new LoopEvent(
                kind,
                event.getThread().getJavaThreadId(),
                event.getLong("taskId"),
                event.getString("task"),
                start(event),
                end(event));
    }

    static LoopEvent task(RecordedEvent event) {
        return new LoopEvent(
                LoopEvent.Type.TASK,
                event.getThread().getJavaThreadId(),
                event.getLong("taskId"),
                event.getString("task"),
                start(event),
                end(event),
                "",
                List.of(),
                FailureText.parse(event.getString("failure")),
                LoopEvent.TaskName.NONE);
    }

    /**
     * Whether the event is a call of a method that stores the exception of a task. The exception was created before it.
     */
    static boolean storesException(RecordedEvent event) {
        return STORES_EXCEPTION.contains(methodOf(event))
                && frames(event).stream().noneMatch(frame -> frame.method().equals("<clinit>"));
    }

    /** Whether a library stores the exception, in a future of its own. */
    static boolean isByLibrary(RecordedEvent event) {
        return ProgramPlaces.isByLibrary(frames(event));
    }

    /** An exception that was created; empty if it only ends an idle thread of a pool. */
    static Optional<Track.Thrown> thrown(RecordedEvent event) {
        return WaitClassifier.isIdle(frames(event))
                ? Optional.empty()
                : Optional.of(new Track.Thrown(
                        FailureText.of(
                                event.getClass("thrownClass").getName(), String.valueOf(event.getString("message"))),
                        ProgramPlaces.isByProgram(frames(event))));
    }

    /** Whether the created exception ends an operation on a channel that another thread has closed. */
    static boolean isClosedChannel(RecordedEvent event) {
        return event.getClass("thrownClass").getName().equals(AsynchronousCloseException.class.getName());
    }

    static LoopEvent request(RecordedEvent event) {
        return new LoopEvent(
                LoopEvent.Type.REQUEST,
                event.getThread().getJavaThreadId(),
                event.getLong("taskId"),
                event.getString("task"),
                start(event),
                end(event),
                event.getClass("future").getName(),
                places(event));
    }

    static boolean isOfVersion(RecordedThread thread) {
        for (RecordedThreadGroup group = thread.getThreadGroup(); group != null; group = group.getParent()) {
            if (RecorderEvents.VERSION_GROUP.equals(group.getName())) {
                return true;
            }
        }
        return false;
    }

    /** Whether the event is the end of another thread's wait. */
    static boolean isUnpark(RecordedEvent event) {
        return methodOf(event).equals("unpark");
    }

    /** Whether a task was passed to a pool. */
    static boolean isSubmission(RecordedEvent event) {
        return methodOf(event).equals("execute");
    }

    /** Whether the program itself made the call, at most through the public classes of the JDK. */
    static boolean isByProgram(RecordedEvent event) {
        return ProgramPlaces.isByProgram(frames(event));
    }

    /** Whether a thread of a pool begins a task. */
    static boolean isBeginOfTask(RecordedEvent event) {
        return methodOf(event).equals("beforeExecute");
    }

    /** The thread that held the monitor or notified the waiting thread; empty if there is none. */
    static Optional<RecordedThread> waker(RecordedEvent event) {
        return switch (event.getEventType().getName()) {
            case "jdk.JavaMonitorEnter" -> Optional.ofNullable(event.getThread("previousOwner"));
            case "jdk.JavaMonitorWait" -> Optional.ofNullable(event.getThread("notifier"));
            default -> Optional.empty();
        };
    }

    /** Whether the event is the time during which a carrier thread ran a virtual thread. */
    static boolean isMount(RecordedEvent event) {
        return methodOf(event).equals("runContinuation");
    }

    private static String methodOf(RecordedEvent event) {
        return event.<RecordedMethod>getValue("method").getName();
    }

    private static Optional<Wait> traced(RecordedEvent event) {
        return switch (methodOf(event)) {
            case "tryYield" -> Optional.of(new Wait(State.RUNNING, "ready to run"));
            case "afterYield", "afterDone" -> Optional.empty();
            case "accept" -> Optional.of(new Wait(State.IO, "waiting for a connection"));
            case "read" -> Optional.of(new Wait(State.IO, "reading from a socket"));
            case "connect" -> Optional.of(new Wait(State.IO, "connecting"));
            case "wait" -> Optional.of(WaitClassifier.classifyMonitorWait(frames(event)));
            default -> WaitClassifier.classify(frames(event));
        };
    }

    private static List<Frame> frames(RecordedEvent event) {
        RecordedStackTrace stack = event.getStackTrace();
        return stack == null
                ? List.of()
                : stack.getFrames().stream().map(JfrEvents::frame).toList();
    }

    private static Frame frame(RecordedFrame frame) {
        return new Frame(
                frame.getMethod().getType().getName(), frame.getMethod().getName(), frame.getLineNumber());
    }

    private static long nanos(Instant instant) {
        return instant.getEpochSecond() * 1_000_000_000 + instant.getNano();
    }
}
