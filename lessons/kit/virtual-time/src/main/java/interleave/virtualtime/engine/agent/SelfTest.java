package interleave.virtualtime.engine.agent;

import interleave.virtualtime.engine.Settings;
import interleave.virtualtime.engine.Simulation;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Verifies, once per JVM, that virtual time works on this JDK. */
final class SelfTest {
    private static final Duration EXPECTED = Duration.ofSeconds(7);

    private SelfTest() {}

    /** @throws IllegalStateException if it does not work, with a message of one sentence */
    static void run() {
        Duration elapsed;
        try {
            elapsed = new Simulation(Settings.DEFAULT)
                    .run(SelfTest::threeKindsOfWait)
                    .elapsed();
        } catch (Throwable broken) {
            throw new IllegalStateException(String.valueOf(broken));
        }
        if (!elapsed.equals(EXPECTED)) {
            throw new IllegalStateException("waits of 7 s in total took " + elapsed);
        }
    }

    /** A sleep, a timed poll, and a wait on a monitor that a platform thread holds while it sleeps. */
    private static void threeKindsOfWait() throws InterruptedException {
        Thread.sleep(Duration.ofSeconds(1));
        new LinkedBlockingQueue<String>().poll(2, TimeUnit.SECONDS);
        var monitor = new Object();
        var holder = new Thread(() -> holdForFourSeconds(monitor));
        holder.start();
        Thread.sleep(1);
        synchronized (monitor) {
            monitor.notifyAll();
        }
        holder.join();
    }

    private static void holdForFourSeconds(Object monitor) {
        synchronized (monitor) {
            try {
                Thread.sleep(Duration.ofSeconds(4));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
