package errors.structured;

import static interleave.virtualtime.VirtualRunAssert.assertThat;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import errors.Example;
import errors.SimulatedWeb;
import errors.StatusException;
import errors.Web;
import interleave.virtualtime.VirtualRun;
import interleave.virtualtime.VirtualTime;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.FailedException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The claims of lesson 11 about the structured scope, in virtual time and under many schedules. */
class WithStructuredScopeTest {
    private static final int SCHEDULES = 100;

    private final AtomicReference<Throwable> thrown = new AtomicReference<>();

    @Test
    void collectingAllTakesAsLongAsTheTimeout() throws Exception {
        SimulatedWeb web = Example.simulated();
        for (int seed = 0; seed < SCHEDULES; seed++) {
            assertThat(new VirtualTime()
                            .seed(seed)
                            .start(() -> Example.COLLECT_ALL.run(new WithStructuredScope(web), web.addresses())))
                    .took(ofSeconds(2))
                    .leftNothingRunning()
                    .printed(
                            "Client error: /flights: status 404",
                            "Unexpected error: /offers: status 500",
                            "Fetched: /weather",
                            "Fetched: /news",
                            "Timeout: /hotels",
                            "Fetched 2 of 5, missing: /flights, /hotels, /offers");
        }
    }

    @Test
    void failsAtTheFirstFailureWithTheExceptionItself() throws Exception {
        SimulatedWeb web = Example.simulated();

        assertThat(failFast(web, web.addresses(), 0)).took(ofMillis(500)).leftNothingRunning();
        assertThat(thrown.get()).isExactlyInstanceOf(StatusException.class).hasMessage("/flights: status 404");
    }

    @Test
    void returnsBodiesInOrderOfAddresses() throws Exception {
        var web = new SimulatedWeb().page("/slow", ofSeconds(2)).page("/fast", ofSeconds(1));
        for (int seed = 0; seed < SCHEDULES; seed++) {
            new VirtualTime()
                    .seed(seed)
                    .start(() -> assertThat(new WithStructuredScope(web).failFast(web.addresses()))
                            .containsExactly("The body of /slow", "The body of /fast"));
        }
    }

    @Test
    void waitsForCleanUpAndKeepsItsFailure() throws Exception {
        for (int seed = 0; seed < SCHEDULES; seed++) {
            var run = failFast(
                    WithStructuredScopeTest::failOrCleanUp,
                    List.of(SimulatedWeb.address("/hanging"), SimulatedWeb.address("/failing")),
                    seed);

            assertThat(run).took(ofMillis(800)).leftNothingRunning().printed("Cleaned up");
            assertThat(thrown.get()).isExactlyInstanceOf(StatusException.class);
            assertThat(thrown.get().getSuppressed())
                    .singleElement()
                    .satisfies(other -> assertThat(other).hasMessage("the connection cannot be closed"));
        }
    }

    private static String failOrCleanUp(URI address) throws Exception {
        if (address.getPath().equals("/failing")) {
            Thread.sleep(ofMillis(500));
            throw new StatusException(address, 404);
        }
        try {
            Thread.sleep(ofSeconds(3_000));
            return "not reached";
        } catch (InterruptedException stopped) {
            Thread.sleep(ofMillis(300));
            IO.println("Cleaned up");
            throw new IOException("the connection cannot be closed", stopped);
        }
    }

    @Test
    void noneOfTwoFailuresAtOnceIsLost() throws Exception {
        var seen = new ArrayList<Integer>();
        for (int seed = 0; seed < SCHEDULES; seed++) {
            var happened = new CopyOnWriteArrayList<Throwable>();

            failFast(twoFailing(happened), List.of(SimulatedWeb.address("/a"), SimulatedWeb.address("/b")), seed);

            assertThat(Stream.concat(
                            Stream.of(thrown.get()), Stream.of(thrown.get().getSuppressed())))
                    .containsExactlyInAnyOrderElementsOf(happened);
            seen.add(happened.size());
        }
        assertThat(seen).contains(2);
    }

    /** This is why the version stores the exceptions itself. */
    @Test
    void scopeAloneKeepsOnlyItsFirstException() throws Exception {
        for (int seed = 0; seed < SCHEDULES; seed++) {
            Web web = twoFailing(new CopyOnWriteArrayList<>());
            new VirtualTime()
                    .seed(seed)
                    .start(() -> assertThatThrownBy(() -> {
                                try (var scope = StructuredTaskScope.open()) {
                                    scope.fork(() -> web.get(SimulatedWeb.address("/a")));
                                    scope.fork(() -> web.get(SimulatedWeb.address("/b")));
                                    scope.join();
                                }
                            })
                            .isExactlyInstanceOf(FailedException.class)
                            .hasNoSuppressedExceptions()
                            .satisfies(failed -> assertThat(failed.getCause()).hasNoSuppressedExceptions()));
        }
    }

    private static Web twoFailing(List<Throwable> happened) {
        return address -> {
            Thread.sleep(ofMillis(500));
            var failure = new StatusException(address, 404);
            happened.add(failure);
            throw failure;
        };
    }

    @Test
    void interruptionIsNotAResult() throws Exception {
        SimulatedWeb web = Example.simulated();
        for (int seed = 0; seed < SCHEDULES; seed++) {
            var run = new VirtualTime().seed(seed).start(() -> {
                var caller = Thread.ofVirtual().name("caller").start(() -> {
                    try {
                        new WithStructuredScope(web).collectAll(web.addresses());
                    } catch (InterruptedException stopped) {
                        thrown.set(stopped);
                    }
                });
                Thread.sleep(ofMillis(400));
                caller.interrupt();
                caller.join();
            });

            assertThat(run).took(ofMillis(400)).leftNothingRunning().printed();
            assertThat(thrown.get()).isExactlyInstanceOf(InterruptedException.class);
        }
    }

    private VirtualRun failFast(Web web, List<URI> addresses, int seed) throws Exception {
        return new VirtualTime().seed(seed).start(() -> {
            try {
                new WithStructuredScope(web).failFast(addresses);
            } catch (Exception failure) {
                thrown.set(failure);
            }
        });
    }
}
