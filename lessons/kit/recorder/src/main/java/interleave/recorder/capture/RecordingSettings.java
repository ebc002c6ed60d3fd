package interleave.recorder.capture;

import java.time.Duration;
import java.util.List;
import jdk.jfr.EventSettings;
import jdk.jfr.Recording;

/** The Flight Recorder events that timelines need. No others are enabled, to keep the cost low. */
public final class RecordingSettings {

    private static final List<String> WITHOUT_STACK = List.of(
            "jdk.ThreadStart",
            "jdk.ThreadEnd",
            "jdk.VirtualThreadStart",
            "jdk.VirtualThreadEnd",
            "interleave.VersionStarted",
            "interleave.Version",
            "interleave.Line",
            "interleave.StillWaiting",
            "interleave.eventloop.Turn",
            "interleave.eventloop.Callback",
            "interleave.eventloop.Ready",
            "interleave.eventloop.Timer",
            "interleave.eventloop.Task",
            "interleave.localsite.Request",
            "jdk.SocketRead",
            "jdk.SocketWrite");

    /** Their stacks show what a thread waits for, and where. */
    private static final List<String> WITH_STACK = List.of(
            "jdk.ThreadSleep",
            "jdk.ThreadPark",
            "jdk.JavaMonitorEnter",
            "jdk.JavaMonitorWait",
            "jdk.VirtualThreadPinned",
            "jdk.MethodTrace",
            "jdk.JavaExceptionThrow",
            "jdk.JavaErrorThrow",
            "interleave.eventloop.Asked");

    /**
     * Methods to trace, of four kinds.
     *
     * <ul>
     *   <li>Waits without an event of the JDK: a virtual thread that parks or waits to be notified (JDK 25.0.3), a
     *       selector, connecting and accepting, and a read that ends because the channel is closed.
     *   <li>The mounting of virtual threads, from which waits for monitors are concluded. JDK 25.0.3 loses the first
     *       event that a carrier writes after a virtual thread has left it. The methods called then are traced, too, so
     *       that only their events are lost.
     *   <li>The end of a wait by another thread, and the start of a wait in the queue of a pool, and its end.
     *   <li>Methods that store the exception of a task in its future, or report an uncaught exception.
     * </ul>
     */
    private static final String TRACED = String.join(
            ";",
            "java.lang.VirtualThread::park",
            "java.lang.VirtualThread::parkNanos",
            "java.lang.VirtualThread::tryYield",
            "java.lang.VirtualThread::runContinuation",
            "java.lang.VirtualThread::afterYield",
            "java.lang.VirtualThread::afterDone",
            "java.lang.Object::wait",
            "java.util.concurrent.locks.LockSupport::unpark",
            "java.util.concurrent.ThreadPoolExecutor::execute",
            "java.util.concurrent.ThreadPoolExecutor::beforeExecute",
            "sun.nio.ch.SelectorImpl::lockAndDoSelect",
            "sun.nio.ch.NioSocketImpl::accept",
            "sun.nio.ch.NioSocketImpl::connect",
            "sun.nio.ch.ServerSocketChannelImpl::accept",
            "sun.nio.ch.SocketDispatcher::read",
            "java.util.concurrent.FutureTask::setException",
            "java.util.concurrent.CompletableFuture::completeThrowable",
            "java.util.concurrent.StructuredTaskScopeImpl$SubtaskImpl$AltResult::<init>",
            "java.lang.Thread::dispatchUncaughtException");

    private RecordingSettings() {}

    /** Creates a recording with these events, without starting it. */
    public static Recording recording() {
        var recording = new Recording();
        for (String event : WITHOUT_STACK) {
            enableAll(recording, event).withoutStackTrace();
        }
        for (String event : WITH_STACK) {
            enableAll(recording, event).withStackTrace();
        }
        recording.enable("jdk.MethodTrace").with("filter", TRACED);
        return recording;
    }

    private static EventSettings enableAll(Recording recording, String event) {
        return recording.enable(event).withThreshold(Duration.ZERO).with("throttle", "off");
    }
}
