package interleave.virtualtime.engine;

import static interleave.virtualtime.engine.Row.row;
import static interleave.virtualtime.engine.Row.start;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Each clock of the JDK shows virtual time. Loops that read a clock, or busy-wait, end. */
final class ClockRows {
    private static volatile boolean flag;

    private ClockRows() {}

    static Stream<Row> all() {
        return Stream.of(clocks(), spins()).flatMap(rows -> rows);
    }

    private static Stream<Row> clocks() {
        ZoneId zone = ZoneId.systemDefault();
        return Stream.of(
                clock("nanoTime", () -> System.nanoTime() / 1_000_000),
                clock("currentTimeMillis", System::currentTimeMillis),
                clock("Instant.now", () -> Instant.now().toEpochMilli()),
                clock("Clock.systemUTC", () -> Clock.systemUTC().millis()),
                clock(
                        "Clock.systemDefaultZone",
                        () -> Clock.systemDefaultZone().instant().toEpochMilli()),
                clock("InstantSource.system", () -> InstantSource.system().millis()),
                clock(
                        "LocalDateTime.now",
                        () -> LocalDateTime.now().atZone(zone).toInstant().toEpochMilli()),
                clock("ZonedDateTime.now", () -> ZonedDateTime.now().toInstant().toEpochMilli()),
                clock("new Date()", () -> new Date().getTime()),
                clock("Calendar.getInstance", () -> Calendar.getInstance().getTimeInMillis()),
                row(
                        "a day begins at midnight of 2025",
                        1,
                        log -> {
                            Thread.sleep(Duration.ofNanos(1_000_000));
                            log.say(Instant.now());
                            log.say(Clock.systemUTC().instant());
                            log.say(Instant.ofEpochMilli(System.currentTimeMillis()));
                            log.say(new Date().toInstant());
                        },
                        "2025-01-01T00:00:00.001Z",
                        "2025-01-01T00:00:00.001Z",
                        "2025-01-01T00:00:00.001Z",
                        "2025-01-01T00:00:00.001Z"));
    }

    private static Row clock(String name, Supplier<Long> clock) {
        return row(
                name,
                1234,
                log -> {
                    long before = clock.get();
                    Thread.sleep(1234);
                    log.say(clock.get() - before);
                },
                "1234");
    }

    private static Stream<Row> spins() {
        return Stream.of(
                row("a loop that reads nanoTime ends", 50, log -> {
                    long end = System.nanoTime() + 50_000_000;
                    while (System.nanoTime() < end) {}
                }),
                row("a loop that reads Instant.now ends", 50, log -> {
                    Instant end = Instant.now().plusMillis(50);
                    while (Instant.now().isBefore(end)) {}
                }),
                row("a loop that spins on a volatile ends", 20, log -> {
                    flag = false;
                    Thread setter = start(() -> {
                        Thread.sleep(20);
                        flag = true;
                    });
                    while (!flag) {}
                    setter.join();
                }),
                row("a loop with onSpinWait ends", 20, log -> {
                    var done = new AtomicBoolean();
                    start(() -> {
                        Thread.sleep(20);
                        done.set(true);
                    });
                    while (!done.get()) {
                        Thread.onSpinWait();
                    }
                }),
                row("a loop with yield ends", 20, log -> {
                    Thread other = start(() -> Thread.sleep(20));
                    while (other.isAlive()) {
                        Thread.yield();
                    }
                }),
                row("a loop that polls isAlive ends", 20, log -> {
                    Thread other = start(() -> Thread.sleep(20));
                    while (other.isAlive()) {}
                }),
                row("two that spin for each other", 0, log -> {
                    flag = false;
                    var back = new AtomicBoolean();
                    Thread other = start(() -> {
                        while (!flag) {}
                        back.set(true);
                    });
                    flag = true;
                    while (!back.get()) {}
                    other.join();
                }));
    }
}
