package sensors;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
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
        // TODO: the instruments wait for each other. Each of them needs its own grid.
        var logs = instruments.stream().map(Log::new).toList();
        long end = System.nanoTime() + length.toNanos();
        while (System.nanoTime() < end) {
            for (Log log : logs) {
                Thread.sleep(log.instrument.every());
                log.read();
            }
            IO.println("Report: " + logs.stream().map(Log::report).collect(Collectors.joining("; ")));
        }
        logs.forEach(log -> IO.println(log.summary()));
    }

    /** The state of an instrument. */
    private static final class Log {
        private final Instrument instrument;
        private int value;
        private int readings;
        private int missed;
        private int failed;

        Log(Instrument instrument) {
            this.instrument = instrument;
        }

        void read() throws Exception {
            // TODO: count the missed readings and the failures.
            value = instrument.reading().call();
            readings++;
        }

        String report() {
            // TODO: how old is the value? Is there one yet?
            return instrument.name() + " " + value;
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
