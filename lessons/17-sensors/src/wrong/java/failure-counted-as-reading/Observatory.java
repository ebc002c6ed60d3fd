// says: Expected "heat: 5 readings, 0 missed, 4 failed"
// says: but it was "heat: 9 readings, 0 missed, 4 failed"
package sensors;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
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
            logs.forEach(log -> threads.submit(log::readAll));
            var clock = new Metronome(reports, length, MissedTicks.SKIP);
            while (clock.hasNext()) {
                Thread.sleep(clock.untilDue());
                clock.tick();
                IO.println("Report: " + logs.stream().map(Log::report).collect(Collectors.joining("; ")));
            }
        }
        logs.forEach(log -> IO.println(log.summary()));
    }

    /** The state of an instrument. */
    private static final class Log {
        private final Instrument instrument;
        private final Metronome metronome;
        private final Latest<Integer> latest = new Latest<>();
        private int readings;
        private int failed;

        Log(Instrument instrument, Duration length) {
            this.instrument = instrument;
            this.metronome = new Metronome(instrument.every(), length, MissedTicks.SKIP);
        }

        Void readAll() throws InterruptedException {
            while (metronome.hasNext()) {
                Thread.sleep(metronome.untilDue());
                metronome.tick();
                read();
            }
            return null;
        }

        private void read() throws InterruptedException {
            readings++;
            try {
                latest.publish(instrument.reading().call());
            } catch (InterruptedException stopped) {
                throw stopped;
            } catch (Exception failure) {
                failed++;
            }
        }

        String report() {
            return instrument.name() + " " + latest.get().map(this::described).orElse("not read yet");
        }

        private String described(Reading<Integer> reading) {
            var age = reading.age();
            return age.compareTo(instrument.every().multipliedBy(3)) > 0
                    ? "too old"
                    : reading.value() + ", " + age.toMillis() + " ms old";
        }

        String summary() {
            return instrument.name() + ": " + readings + " readings, " + metronome.missed() + " missed, " + failed
                    + " failed";
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
