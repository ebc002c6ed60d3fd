package sensors;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** An observatory that reads several instruments, and reports their latest values. */
final class Observatory {

    /** An instrument, which is read once per {@code every}. A reading takes a while, and may fail. */
    record Instrument(String name, Duration every, Callable<Integer> reading) {}

    /**
     * Reads the instruments concurrently for this long, each at its own rate. The first reading is due after one
     * period, and one that is due exactly at the end still begins. A late reading begins at once. Further ones that
     * were due in the meantime are missed, and after that, the instrument is on its grid again. If a reading fails, the
     * next one begins when it is due.
     *
     * <p>Prints a report once per {@code reports}, such as "Report: wind 12, 300 ms old; rain not read yet". The age of
     * a value is the time since its reading ended. A value older than three periods of its instrument is reported as
     * "wind too old".
     *
     * <p>When all readings have ended, prints for each instrument "wind: 8 readings, 2 missed, 1 failed". The failed
     * one is not among the 8.
     */
    static void observe(List<Instrument> instruments, Duration length, Duration reports) throws Exception {
        var logs = instruments.stream()
                .map(instrument -> new Log(instrument, length))
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Log log : logs) {
                threads.submit(log::readAll);
            }
            long start = System.nanoTime();
            for (long due = reports.toNanos(); due <= length.toNanos(); due += reports.toNanos()) {
                Thread.sleep(Duration.ofNanos(start + due - System.nanoTime()));
                IO.println("Report: " + logs.stream().map(Log::report).collect(Collectors.joining("; ")));
            }
        }
        for (Log log : logs) {
            IO.println(log.summary());
        }
    }

    private record Sample(int value, long at) {}

    /** The state of an instrument. */
    private static final class Log {
        private final Instrument instrument;
        private final long length;
        private final AtomicReference<Optional<Sample>> latest = new AtomicReference<>(Optional.empty());
        private int readings;
        private int missed;
        private int failed;

        Log(Instrument instrument, Duration length) {
            this.instrument = instrument;
            this.length = length.toNanos();
        }

        Void readAll() throws InterruptedException {
            long start = System.nanoTime();
            long period = instrument.every().toNanos();
            long due = period;
            while (due <= length) {
                Thread.sleep(Duration.ofNanos(start + due - System.nanoTime()));
                long passed = (Math.min(System.nanoTime() - start, length) - due) / period;
                missed += (int) passed;
                due += (passed + 1) * period;
                read();
            }
            return null;
        }

        private void read() throws InterruptedException {
            try {
                int value = instrument.reading().call();
                latest.set(Optional.of(new Sample(value, System.nanoTime())));
                readings++;
            } catch (InterruptedException stopped) {
                throw stopped;
            } catch (Exception failure) {
                failed++;
            }
        }

        String report() {
            return instrument.name() + " " + latest.get().map(this::described).orElse("not read yet");
        }

        private String described(Sample sample) {
            long age = System.nanoTime() - sample.at();
            return age > 3 * instrument.every().toNanos()
                    ? "too old"
                    : sample.value() + ", " + age / 1_000_000 + " ms old";
        }

        String summary() {
            return instrument.name() + ": " + readings + " readings, " + missed + " missed, " + failed + " failed";
        }
    }

    static void main() throws Exception {
        observe(
                List.of(
                        new Instrument("wind", ofSeconds(1), () -> measure(5, ofMillis(100))),
                        new Instrument("rain", ofSeconds(3), () -> measure(2, ofMillis(2_200)))),
                ofSeconds(9),
                ofSeconds(2));
    }

    private static int measure(int value, Duration takes) throws InterruptedException {
        Thread.sleep(takes);
        return value;
    }
}
