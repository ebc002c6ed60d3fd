package interleave.recorder.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Classifies stacks, given with the topmost frame first. */
class WaitClassifierTest {

    private static final String PARK = "java.util.concurrent.locks.LockSupport.park";
    private static final String LOCK = "java.util.concurrent.locks.ReentrantLock.lock";

    @Test
    void usesOnlyFramesAboveTheProgram() {
        assertThat(waitsFor(
                        PARK,
                        "java.util.concurrent.Semaphore.acquire",
                        "chat.Room.enter",
                        "java.util.concurrent.FutureTask.get"))
                .contains("waiting for a permit");
        assertThat(waitsFor(PARK, LOCK, "chat.Room.enter", "java.util.concurrent.FutureTask.run"))
                .contains("blocked on a lock");
    }

    @Test
    void poolThreadWithoutTaskIsIdle() {
        assertThat(waitsFor(
                        PARK,
                        "java.util.concurrent.LinkedBlockingQueue.take",
                        "java.util.concurrent.ThreadPoolExecutor.getTask"))
                .contains("idle");
        assertThat(waitsFor(PARK, "java.util.concurrent.LinkedBlockingQueue.take", "chat.Room.next"))
                .contains("waiting for an item");
    }

    @Test
    void ignoresLocksInsideTheJdk() {
        assertThat(waitsFor(PARK, LOCK, "java.util.concurrent.ThreadPoolExecutor.shutdown", "chat.Room.close"))
                .isEmpty();
        assertThat(waitsFor(PARK, LOCK, "java.io.PrintStream.println", "chat.Room.say"))
                .isEmpty();
        assertThat(WaitClassifier.classifyMonitorEnter(frames("java.lang.ClassLoader.loadClass", "chat.Room.say")))
                .isEmpty();
        assertThat(WaitClassifier.classifyMonitorEnter(frames("java.util.Hashtable.put", "chat.Room.say")))
                .isPresent();
    }

    @Test
    void ignoresLocksOfLibraries() {
        assertThat(waitsFor(PARK, LOCK, "org.h2.engine.SessionLocal.lock", "chat.Room.enter"))
                .isEmpty();
        assertThat(WaitClassifier.classifyMonitorEnter(frames("org.h2.jdbc.JdbcStatement.close", "chat.Room.leave")))
                .isEmpty();
        assertThat(WaitClassifier.classifyMonitorEnter(frames("chat.Room.leave", "org.h2.jdbc.JdbcStatement.close")))
                .isPresent();
    }

    @Test
    void selectorIsIdleAndReaderWaitsForSocket() {
        assertThat(waitsFor(
                        "sun.nio.ch.EPollSelectorImpl.doSelect",
                        "sun.nio.ch.SelectorImpl.lockAndDoSelect",
                        "sun.nio.ch.SelectorImpl.select",
                        "chat.Loop.turn"))
                .contains("idle");
        assertThat(waitsFor(PARK, "sun.nio.ch.SocketChannelImpl.read", "chat.Room.next"))
                .contains("waiting for a socket");
    }

    /** In a JVM that has also run programs in virtual time, as notebooks do. */
    @Test
    void hooksOfVirtualTimeDoNotHideWhatAThreadWaitsFor() {
        assertThat(waitsFor(
                        "interleave.virtualtime.engine.Hooks.parkForReal",
                        "sun.nio.ch.Poller.poll",
                        "sun.nio.ch.SocketChannelImpl.read",
                        "chat.Room.next"))
                .contains("waiting for a socket");
        assertThat(waitsFor("interleave.virtualtime.engine.Hooks.park", PARK, LOCK, "chat.Room.enter"))
                .contains("blocked on a lock");
    }

    @Test
    void sendOfHttpClientWaitsForResponse() {
        assertThat(waitsFor(
                        PARK,
                        "java.util.concurrent.CompletableFuture.get",
                        "jdk.internal.net.http.HttpClientImpl.send",
                        "fetch.Users.first"))
                .contains("waiting for a response");
    }

    @Test
    void classifiesUnknownParkAsWaiting() {
        assertThat(waitsFor(PARK, "chat.Room.wait")).contains("waiting");
        assertThat(waitsFor()).contains("waiting");
    }

    @Test
    void threadThatEndsWaitsForNoMonitorOfTheProgram() {
        assertThat(WaitClassifier.classifyMonitorEnter(frames())).isEmpty();
    }

    private static Optional<String> waitsFor(String... frames) {
        return WaitClassifier.classify(frames(frames)).map(Wait::detail);
    }

    private static List<Frame> frames(String... frames) {
        return Arrays.stream(frames)
                .map(frame -> new Frame(
                        frame.substring(0, frame.lastIndexOf('.')), frame.substring(frame.lastIndexOf('.') + 1), 1))
                .toList();
    }
}
