package interleave.virtualtime.engine;

import static interleave.virtualtime.engine.Row.row;
import static interleave.virtualtime.engine.Row.start;

import java.lang.ref.Cleaner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** Random numbers, flows, helper threads of the JDK, files. */
final class OtherRows {
    private static final List<String> DRAWN_BEFORE = Collections.synchronizedList(new ArrayList<>());

    private OtherRows() {}

    static Stream<Row> all() {
        return Stream.of(
                drawn("Random", () -> new Random().nextLong()),
                drawn("Math.random", Math::random),
                drawn("Math.random, called", () -> Math.random()),
                drawn("ThreadLocalRandom", () -> ThreadLocalRandom.current().nextLong()),
                drawn("SplittableRandom", () -> new SplittableRandom().nextLong()),
                drawn("Collections.shuffle", () -> {
                    var list = new ArrayList<>(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
                    Collections.shuffle(list);
                    return list;
                }),
                row(
                        "SubmissionPublisher",
                        30,
                        log -> {
                            var end = new java.util.concurrent.CountDownLatch(1);
                            try (var publisher = new SubmissionPublisher<Integer>()) {
                                publisher.subscribe(new Slow(log, end));
                                for (int i = 0; i < 3; i++) {
                                    publisher.submit(i);
                                }
                            }
                            end.await();
                        },
                        "10 0",
                        "20 1",
                        "30 2"),
                row(
                        "a publisher helps a slow subscriber",
                        40,
                        log -> {
                            var end = new java.util.concurrent.CountDownLatch(1);
                            try (var publisher = new SubmissionPublisher<Integer>(
                                    java.util.concurrent.ForkJoinPool.commonPool(), 1)) {
                                publisher.subscribe(new Slow(log, end));
                                for (int i = 0; i < 4; i++) {
                                    publisher.submit(i);
                                }
                                log.at("submitted");
                            }
                            end.await();
                        },
                        PUBLISHED),
                row("a Cleaner does not break a run", 10, log -> {
                    Cleaner.create().register(new Object(), () -> {}).clean();
                    Thread.sleep(10);
                }),
                row(
                        "files are written and read",
                        0,
                        log -> {
                            Path file = Files.createTempFile("virtual", "time");
                            Files.writeString(file, "text");
                            log.say(Files.readString(file));
                            Files.delete(file);
                        },
                        "text"),
                row(
                        "a shutdown hook can be added",
                        0,
                        log -> {
                            Thread hook = new Thread(() -> {});
                            Runtime.getRuntime().addShutdownHook(hook);
                            log.say(Runtime.getRuntime().removeShutdownHook(hook));
                        },
                        "true"));
    }

    private static final String[] PUBLISHED = {"10 0", "20 1", "30 2", "30 submitted", "40 3"};

    /** Logs whether numbers are the same as in another run, in any order of the two runs. */
    private static Row drawn(String name, java.util.concurrent.Callable<?> draw) {
        return row(
                name + " is the same in each run",
                0,
                log -> {
                    var numbers = new ArrayList<Object>();
                    numbers.add(draw.call());
                    start(() -> numbers.add(draw.call())).join();
                    numbers.add(draw.call());
                    String line = name + numbers;
                    boolean first = DRAWN_BEFORE.stream().noneMatch(before -> before.startsWith(name + "["));
                    log.say(first || DRAWN_BEFORE.contains(line));
                    DRAWN_BEFORE.add(line);
                },
                "true");
    }

    /** A subscriber that needs 10 ms per item. */
    private record Slow(Transcript log, java.util.concurrent.CountDownLatch end) implements Flow.Subscriber<Integer> {
        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(Integer item) {
            Row.running(() -> Thread.sleep(10)).run();
            log.at(item);
        }

        @Override
        public void onError(Throwable oops) {
            log.at(oops);
        }

        @Override
        public void onComplete() {
            end.countDown();
        }
    }
}
