package interleave.eventloop;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.virtualtime.InVirtualTime;
import interleave.virtualtime.VirtualClock;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Blocking work on other threads, and futures that other threads complete. */
@InVirtualTime
class OtherThreadsTest extends EventTrail {
    OtherThreadsTest(VirtualClock clock) {
        super(clock);
    }

    // ---- toThread

    @Test
    void blockingWorkDoesNotBlockTheLoop() throws Exception {
        EventLoop.run(loop -> loop.gather(
                loop.toThread(() -> {
                            Thread.sleep(ofSeconds(2));
                            return "blocked";
                        })
                        .thenAccept(this::note),
                loop.sleep(ofSeconds(1)).thenRun(() -> note("slept"))));

        assertThat(trail).containsExactly("1 s: slept", "2 s: blocked");
    }

    @Test
    void dependentsOfBlockingWorkRunOnTheLoopForTheirTask() throws Exception {
        EventLoop.run(loop -> {
            var loopThread = Thread.currentThread();
            return loop.createTask(
                    "requester",
                    () -> loop.toThread(() -> {
                                assertThat(Thread.currentThread()).isNotSameAs(loopThread);
                                return "value";
                            })
                            .thenRun(() -> {
                                assertThat(Thread.currentThread()).isSameAs(loopThread);
                                note("on behalf of " + loop.scheduler.owner().name());
                            }));
        });

        assertThat(trail).containsExactly("0 s: on behalf of requester");
    }

    @Test
    void failsWithExceptionOfBlockingWork() {
        var failure = new IOException("disk on fire");

        assertThatThrownBy(() -> EventLoop.run(loop -> loop.toThread(() -> {
                    throw failure;
                })))
                .isSameAs(failure);
    }

    @Test
    void cancellingBlockingWorkInterruptsItsThread() throws Exception {
        EventLoop.run(loop -> {
            var work = loop.toThread(() -> {
                try {
                    Thread.sleep(ofSeconds(10));
                } catch (InterruptedException interrupted) {
                    note("interrupted");
                }
                return null;
            });
            return loop.timeout(ofSeconds(1), work)
                    .exceptionally(failure -> {
                        note(failure.getClass().getSimpleName());
                        return null;
                    })
                    .thenCompose(late -> loop.sleep(ofSeconds(5)));
        });

        assertThat(trail).containsExactlyInAnyOrder("1 s: interrupted", "1 s: TimeoutException");
    }

    @Test
    void closingWaitsForThreadsOfBlockingWork() throws Exception {
        EventLoop.run(loop -> {
            loop.toThread(() -> {
                sleepUninterruptibly(5);
                note("ends after its sleep");
                return null;
            });
            return loop.sleep(ofSeconds(1));
        });

        assertThat(trail).containsExactly("5 s: ends after its sleep");
        assertThat(clock.elapsed()).isEqualTo(ofSeconds(5));
    }

    @Test
    void runsAThousandBlockingCallsAtOnce() throws Exception {
        EventLoop.run(loop -> loop.gather(IntStream.range(0, 1_000)
                .mapToObj(n -> loop.toThread(() -> {
                    Thread.sleep(ofSeconds(1));
                    return n;
                }))
                .toList()));

        assertThat(clock.elapsed()).isEqualTo(ofSeconds(1));
    }

    // ---- foreign futures

    @Test
    void dependentsOfAdoptedFutureRunOnTheLoop() throws Exception {
        EventLoop.run(loop -> {
            var loopThread = Thread.currentThread();
            return loop.adopt(foreign(2)).thenAccept(value -> {
                assertThat(Thread.currentThread()).isSameAs(loopThread);
                note(value);
            });
        });

        assertThat(trail).containsExactly("2 s: foreign");
    }

    @Test
    void tasksAndGathersOfForeignFuturesCompleteOnTheLoop() throws Exception {
        EventLoop.run(loop -> {
            var loopThread = Thread.currentThread();
            return loop.gather(loop.createTask(() -> foreign(1)), foreign(2)).thenAccept(values -> {
                assertThat(Thread.currentThread()).isSameAs(loopThread);
                note(values.toString());
            });
        });

        assertThat(trail).containsExactly("2 s: [foreign, foreign]");
    }

    @Test
    void cancellingAdoptedFutureDoesNotStopForeignWork() throws Exception {
        EventLoop.run(loop -> {
            var foreign = foreign(2).thenApply(value -> {
                note("works on"); // a plain future does not stop its work
                return value;
            });
            var end = foreign.thenApply(value -> value);
            loop.adopt(end).cancel(false);
            assertThat(end).isCancelled();
            return loop.sleep(ofSeconds(3));
        });

        assertThat(trail).containsExactly("2 s: works on");
    }

    @Test
    void timeoutCancelsForeignFuture() {
        assertThatThrownBy(() -> EventLoop.run(loop -> loop.timeout(ofSeconds(1), foreign(5))))
                .isInstanceOf(TimeoutException.class);

        assertThat(clock.elapsed()).isEqualTo(ofSeconds(1));
    }

    @Test
    void adoptReturnsFutureOfTheLoopItself() throws Exception {
        EventLoop.run(loop -> {
            var sleep = loop.sleep(ofSeconds(1));
            assertThat(loop.adopt(sleep)).isSameAs(sleep);
            return sleep;
        });
    }

    @Test
    void sleepCompletedByOtherThreadRemovesItsTimer() throws Exception {
        EventLoop.run(loop -> {
            var loopThread = Thread.currentThread();
            var night = loop.sleep(ofSeconds(100));
            var task = loop.createTask(() -> night);
            task.whenComplete((v, f) -> note("awake, on the loop: " + (Thread.currentThread() == loopThread)));
            Thread.startVirtualThread(() -> {
                sleepUninterruptibly(1);
                night.complete(null);
            });
            return task;
        });

        assertThat(trail).containsExactly("1 s: awake, on the loop: true");
        assertThat(clock.elapsed()).isEqualTo(ofSeconds(1));
    }

    private static CompletableFuture<String> foreign(int seconds) {
        return CompletableFuture.supplyAsync(() -> {
            sleepUninterruptibly(seconds);
            return "foreign";
        });
    }

    /** Like code that ignores interrupts. */
    private static void sleepUninterruptibly(int seconds) {
        long end = System.nanoTime() + ofSeconds(seconds).toNanos();
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            try {
                Thread.sleep(Duration.ofNanos(left));
            } catch (InterruptedException swallowed) {
                // on purpose
            }
        }
    }
}
