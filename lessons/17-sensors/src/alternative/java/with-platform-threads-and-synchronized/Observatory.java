package sensors;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
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
        var threads = logs.stream()
                .map(log -> new Thread(log::readAll, log.instrument.name()))
                .toList();
        threads.forEach(Thread::start);
        long start = System.nanoTime();
        for (int report = 1; reports.multipliedBy(report).compareTo(length) <= 0; report++) {
            TimeUnit.NANOSECONDS.sleep(start + report * reports.toNanos() - System.nanoTime());
            IO.println("Report: " + logs.stream().map(Log::report).collect(Collectors.joining("; ")));
        }
        for (var thread : threads) {
            thread.join();
        }
        logs.forEach(log -> IO.println(log.summary()));
    }

    /** The state of an instrument. */
    private static final class Log {
        private final Instrument instrument;
        private final long length;
        private int value;
        private long takenAt;
        private int readings;
        private int missed;
        private int failed;

        Log(Instrument instrument, Duration length) {
            this.instrument = instrument;
            this.length = length.toNanos();
        }

        void readAll() {
            long start = System.nanoTime();
            long period = instrument.every().toNanos();
            long moment = 1;
            try {
                while (moment * period <= length) {
                    TimeUnit.NANOSECONDS.sleep(start + moment * period - System.nanoTime());
                    long now = Math.min(System.nanoTime() - start, length) / period;
                    synchronized (this) {
                        missed += (int) (now - moment);
                    }
                    moment = now + 1;
                    read();
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }

        private void read() throws InterruptedException {
            try {
                int next = instrument.reading().call();
                publish(next);
            } catch (InterruptedException stopped) {
                throw stopped;
            } catch (Exception failure) {
                synchronized (this) {
                    failed++;
                }
            }
        }

        private synchronized void publish(int next) {
            value = next;
            takenAt = System.nanoTime();
            readings++;
        }

        synchronized String report() {
            if (readings == 0) {
                return instrument.name() + " not read yet";
            }
            long age = System.nanoTime() - takenAt;
            return age > 3 * instrument.every().toNanos()
                    ? instrument.name() + " too old"
                    : instrument.name() + " " + value + ", " + age / 1_000_000 + " ms old";
        }

        synchronized String summary() {
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
