package blockingtheloop;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import interleave.eventloop.EventLoop;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.Function;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A name look-up, a file and a sort, on real threads: the test holds the thread inside the call, and looks at what else
 * can run.
 */
@Timeout(180)
class UninterruptibleCallsTest {

    /** A call of the JDK that waits at a gate. */
    enum Call {
        NAME {
            @Override
            Callable<?> waitingAt(Gate gate, Path folder) {
                String name = "scores-" + System.nanoTime() + ".test";
                GatedNames.add(name, gate);
                return () -> InetAddress.getByName(name);
            }
        },
        FILE {
            @Override
            Callable<?> waitingAt(Gate gate, Path folder) throws Exception {
                Path pipe = folder.resolve("pipe");
                assumeThat(isMade(pipe)).as("the system has named pipes").isTrue();
                Thread.ofPlatform().daemon().start(() -> closeAfter(gate, pipe));
                return () -> {
                    try (var input = new FileInputStream(pipe.toFile())) {
                        return input.read();
                    }
                };
            }
        },
        SORT {
            @Override
            Callable<?> waitingAt(Gate gate, Path folder) {
                return () -> Scores.random(100).sorted((one, other) -> {
                    gate.pass();
                    return one.compareTo(other);
                });
            }
        };

        abstract Callable<?> waitingAt(Gate gate, Path folder) throws Exception;

        private static boolean isMade(Path pipe) throws Exception {
            try {
                return new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0;
            } catch (IOException noSuchCommand) {
                return false;
            }
        }

        /**
         * Opening this end of the pipe waits until the other end is open. Writing to it ends the read of the other end.
         */
        private static void closeAfter(Gate gate, Path pipe) {
            try (var output = new FileOutputStream(pipe.toFile())) {
                gate.pass();
                output.write(1);
            } catch (IOException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }

    @TempDir
    private Path folder;

    private final Gate gate = new Gate();
    private final CompletableFuture<Void> ticked = new CompletableFuture<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private Callable<?> work = () -> null;

    @ParameterizedTest
    @EnumSource
    void onTheLoopNoOtherCallbackRuns(Call call) throws Exception {
        work = call.waitingAt(gate, folder);
        var games = start(loop -> {
            loop.execute(this::runWork);
            loop.execute(() -> ticked.complete(null)); // ready, but behind the call
            return loop.adopt(ticked);
        });

        gate.awaitEntered();
        assertThat(ticked).isNotDone();
        gate.open();
        games.join();

        assertThat(ticked).isCompleted();
    }

    @ParameterizedTest
    @EnumSource
    void handedOverTheLoopGoesOn(Call call) throws Exception {
        work = call.waitingAt(gate, folder);
        try (var pool = pool()) {
            var games = start(loop -> {
                var done = loop.toThread(pool, this::runWork);
                loop.execute(() -> ticked.complete(null));
                return done;
            });

            gate.awaitEntered();
            ticked.get(60, SECONDS); // while the call waits
            gate.open();
            games.join();
        }
    }

    /** The caller is free at once, but an interrupt does not end these calls, so their thread is not. */
    @ParameterizedTest
    @EnumSource
    void cancellationDoesNotFreeTheirThread(Call call) throws Exception {
        work = call.waitingAt(gate, folder);
        try (var pool = pool()) {
            EventLoop.run(loop -> {
                var done = loop.toThread(pool, this::runWork);
                return loop.toThread(() -> {
                            gate.awaitEntered();
                            return done.cancel(true);
                        })
                        .thenCompose(cancelled -> done.exceptionally(failure -> null));
            });

            assertThat(ended.getCount()).isOne();
            assertThat(pool.getActiveCount()).isOne();
            gate.open();
            await().atMost(Duration.ofSeconds(60)).until(() -> ended.getCount() == 0);
        }
    }

    private Object runWork() {
        try {
            return work.call();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        } finally {
            ended.countDown();
        }
    }

    private static ThreadPoolExecutor pool() {
        return new ThreadPoolExecutor(1, 1, 0, SECONDS, new ArrayBlockingQueue<>(1));
    }

    private static CompletableFuture<Void> start(Function<EventLoop, CompletableFuture<?>> main) {
        var ended = new CompletableFuture<Void>();
        Thread.ofPlatform().daemon().start(() -> {
            try {
                EventLoop.run(loop -> main.apply(loop).thenApply(any -> null));
                ended.complete(null);
            } catch (Exception failure) {
                ended.completeExceptionally(failure);
            }
        });
        return ended;
    }
}
