package callbackhell;

import static interleave.virtualtime.VirtualRunAssert.assertThat;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import callbackhell.Runs.Version;
import callbackhell.shop.CallbackShop;
import callbackhell.shop.Cancellation;
import callbackhell.shop.Fault;
import callbackhell.shop.LoopShop;
import callbackhell.shop.Order;
import callbackhell.shop.Servers;
import callbackhell.shop.Step;
import interleave.eventloop.EventLoop;
import interleave.virtualtime.VirtualTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each order completes exactly once, even if it is cancelled at the very moment at which a step ends. */
class ExactlyOnceTest {
    private static final Order ORDER = new Order("Ada", "Moby Dick");
    private static final Duration LATER = ofSeconds(10);
    private static final int SCHEDULES = 40;

    /** The versions that start an order, and return at once. */
    enum Started {
        NESTED_CALLBACKS {
            @Override
            void start(Servers servers, Duration cancelledAfter, BiConsumer<Confirmation, Throwable> done)
                    throws InterruptedException {
                var cancellation = new Cancellation();
                new NestedCallbacks(servers).start(ORDER, cancellation, done);
                Thread.sleep(cancelledAfter);
                cancellation.cancel();
            }
        },
        COMPOSED_FUTURES {
            @Override
            void start(Servers servers, Duration cancelledAfter, BiConsumer<Confirmation, Throwable> done)
                    throws InterruptedException {
                var cancellation = new Cancellation();
                new ComposedFutures(servers).start(ORDER, cancellation).whenComplete(done);
                Thread.sleep(cancelledAfter);
                cancellation.cancel();
            }
        },
        WITH_EVENT_LOOP {
            @Override
            void start(Servers servers, Duration cancelledAfter, BiConsumer<Confirmation, Throwable> done)
                    throws Exception {
                EventLoop.run(loop -> {
                    var order = WithEventLoop.start(ORDER, new LoopShop(loop, servers));
                    order.whenComplete(done);
                    return loop.sleep(cancelledAfter).thenCompose(slept -> {
                        order.cancel(true);
                        return loop.sleep(LATER);
                    });
                });
            }
        };

        abstract void start(Servers servers, Duration cancelledAfter, BiConsumer<Confirmation, Throwable> done)
                throws Exception;
    }

    @Test
    void callbackThatThrowsIsNotCalledAgain() throws Exception {
        var run = new VirtualTime().expectUncaught().start(() -> {
            new CallbackShop(new Servers(Map.of())).customer(ORDER, new Cancellation(), (customer, failure) -> {
                IO.println("called");
                throw new IllegalStateException("a mistake in the callback");
            });
            Thread.sleep(LATER);
        });

        assertThat(run.output()).containsOnlyOnce("called");
        assertThat(run).hasUncaughtException("Customer", IllegalStateException.class);
    }

    @ParameterizedTest
    @EnumSource
    void completesOnceWhicheverStepFails(Started version) throws Exception {
        for (Step step : Step.values()) {
            var servers = new Servers(Map.of(step, Fault.FAILS));

            assertThat(VirtualTime.run(() -> assertThat(completions(version, servers, LATER))
                            .singleElement()
                            .asString()
                            .contains(step + ": ")))
                    .leftNothingRunning();
        }
    }

    @ParameterizedTest
    @EnumSource
    void completesOnceWhenCancelledAsStepEnds(Started version) {
        for (Duration moment : endsOfSteps()) {
            VirtualTime.explore(
                    SCHEDULES,
                    () -> assertThat(completions(version, new Servers(Map.of()), moment))
                            .hasSize(1));
        }
    }

    private static Queue<String> completions(Started version, Servers servers, Duration cancelledAfter)
            throws Exception {
        Queue<String> completions = new ConcurrentLinkedQueue<>();
        version.start(
                servers, cancelledAfter, (confirmation, failure) -> completions.add(confirmation + ", " + failure));
        Thread.sleep(LATER);
        return completions;
    }

    @ParameterizedTest
    @EnumSource
    void returnsOrThrowsWhenInterruptedAsStepEnds(Version version) throws Exception {
        for (Duration moment : endsOfSteps()) {
            for (int seed = 0; seed < SCHEDULES; seed++) {
                var run = new VirtualTime().seed(seed).start(() -> interruptAt(moment, version));

                assertThat(run).took(moment).leftNothingRunning(); // no later step was started
                assertThat(run.output()).last().isIn("interrupted", "27 euros paid, Moby Dick goes to Ada, London");
            }
        }
    }

    private static void interruptAt(Duration moment, Version version) throws InterruptedException {
        Thread order = Thread.ofVirtual().name("order").start(() -> {
            try {
                IO.println(version.with(new Servers(Map.of())).process(ORDER));
            } catch (InterruptedException stopped) {
                IO.println("interrupted");
            } catch (Exception unexpected) {
                throw new AssertionError(unexpected);
            }
        });
        Thread.sleep(moment);
        order.interrupt();
        order.join();
    }

    private static List<Duration> endsOfSteps() {
        return Stream.concat(
                        Stream.of(ZERO),
                        Stream.of(Step.values())
                                .map(step -> Runs.before(step).stream()
                                        .map(Step::duration)
                                        .reduce(step.duration(), Duration::plus)))
                .toList();
    }
}
