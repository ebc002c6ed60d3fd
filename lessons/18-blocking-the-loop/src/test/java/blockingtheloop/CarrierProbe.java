package blockingtheloop;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Run with a limited number of carriers. A virtual thread is busy, and another one becomes ready. Prints whether the
 * other one has run before the first one ended.
 */
final class CarrierProbe {

    private static final AtomicBoolean OTHER_HAS_RUN = new AtomicBoolean();
    private static final AtomicBoolean OTHER_IS_READY = new AtomicBoolean();

    private CarrierProbe() {}

    static void main(String[] args) throws Exception {
        var busyIsRunning = new CountDownLatch(1);
        var busy = Thread.ofVirtual().start(() -> {
            busyIsRunning.countDown();
            run(args);
            IO.println(OTHER_HAS_RUN.get() ? "interleaved" : "one after the other");
        });
        busyIsRunning.await();
        if (args[0].equals("reads")) {
            var pipe = new FileOutputStream(args[1]); // waits until the other end is open, too
            startOther();
            pipe.close(); // the read ends
        } else {
            startOther();
        }
        busy.join();
    }

    private static void startOther() {
        Thread.ofVirtual().start(() -> OTHER_HAS_RUN.set(true));
        OTHER_IS_READY.set(true);
    }

    private static void run(String... args) {
        switch (args[0]) {
            case "computes" -> computeWhileOtherIsReady();
            case "yields" -> {
                computeWhileOtherIsReady();
                Thread.yield();
            }
            case "waits" -> {
                while (!OTHER_HAS_RUN.get()) {
                    Thread.onSpinWait();
                }
            }
            case "reads" -> read(args[1]);
            default -> throw new IllegalArgumentException(args[0]);
        }
    }

    private static void computeWhileOtherIsReady() {
        while (!OTHER_IS_READY.get()) {
            Thread.onSpinWait();
        }
        Primes.below(100_000);
    }

    private static void read(String pipe) {
        try (var input = new FileInputStream(pipe)) {
            input.read();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
