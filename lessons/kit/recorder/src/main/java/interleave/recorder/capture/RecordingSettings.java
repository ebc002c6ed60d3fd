package interleave.recorder.capture;

import java.time.Duration;
import java.util.List;
import jdk.jfr.EventSettings;
import jdk.jfr.Recording;

/** The Flight Recorder events that timelines are made of; no others are paid for. */
public final class RecordingSettings {

    private static final List<String> MOMENTS = List.of(
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
            "interleave.eventloop.Timer",
            "interleave.eventloop.Task",
            "jdk.SocketRead",
            "jdk.SocketWrite");

    /** Only their stacks tell what is waited for, or where. */
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
     * Methods in which a thread waits without an event of the JDK's: a virtual thread that parks or waits to be
     * notified (25.0.3 tells of neither), a channel's selector, the making of connections, and a read that ends because
     * the channel is closed. And the mounting of virtual threads, which tells when they wait for a monitor: the first
     * event that a carrier commits after a virtual thread has left it gets lost (25.0.3), so methods after the leaving
     * are traced, too, to be lost instead. And the methods that keep the failure of some work for whoever asks for its
     * result, or tell it when nobody can.
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

    /** A new recording with these events, not yet started. */
    public static Recording recording() {
        var recording = new Recording();
        for (String event : MOMENTS) {
            everyOne(recording, event).withoutStackTrace();
        }
        for (String event : WITH_STACK) {
            everyOne(recording, event).withStackTrace();
        }
        recording.enable("jdk.MethodTrace").with("filter", TRACED);
        return recording;
    }

    private static EventSettings everyOne(Recording recording, String event) {
        return recording.enable(event).withThreshold(Duration.ZERO).with("throttle", "off");
    }
}
