package sensors;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import interleave.eventloop.EventLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
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
        EventLoop.run(loop -> {
            var tasks = new ArrayList<CompletionStage<Void>>();
            logs.forEach(log -> tasks.add(loop.createTask(log.instrument.name(), () -> log.readAll(loop))));
            var clock = new Metronome(reports, length, MissedTicks.SKIP);
            tasks.add(loop.createTask("report", () -> report(loop, clock, logs)));
            return loop.gather(tasks);
        });
        logs.forEach(log -> IO.println(log.summary()));
    }

    private static CompletionStage<Void> report(EventLoop loop, Metronome clock, List<Log> logs) {
        if (!clock.hasNext()) {
            return loop.completed(null);
        }
        return loop.sleep(clock.untilDue()).thenCompose(due -> {
            clock.tick();
            IO.println("Report: " + logs.stream().map(Log::report).collect(Collectors.joining("; ")));
            return report(loop, clock, logs);
        });
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

        CompletionStage<Void> readAll(EventLoop loop) {
            if (!metronome.hasNext()) {
                return loop.completed(null);
            }
            return loop.sleep(metronome.untilDue())
                    .thenCompose(due -> {
                        metronome.tick();
                        return loop.toThread(instrument.reading());
                    })
                    .handle(this::ended)
                    .thenCompose(ended -> readAll(loop));
        }

        private Void ended(Integer value, Throwable failure) {
            if (failure == null) {
                latest.publish(value);
                readings++;
            } else {
                failed++;
            }
            return null;
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
