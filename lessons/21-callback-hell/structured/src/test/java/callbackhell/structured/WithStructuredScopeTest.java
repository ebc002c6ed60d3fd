package callbackhell.structured;

import static interleave.virtualtime.VirtualRunAssert.assertThat;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import callbackhell.Example;
import callbackhell.Incident;
import callbackhell.OrderProcess;
import callbackhell.Trace;
import callbackhell.WithVirtualThreads;
import callbackhell.shop.Fault;
import callbackhell.shop.Order;
import callbackhell.shop.Servers;
import callbackhell.shop.Step;
import callbackhell.shop.StepException;
import interleave.virtualtime.VirtualRun;
import interleave.virtualtime.VirtualTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A scope gives the same results and the same errors as straight code, but sooner. */
class WithStructuredScopeTest {
    private static final Order ORDER = new Order("Ada", "Moby Dick");
    private static final int SCHEDULES = 40;

    @Test
    void stockOverlapsCustomerAndPrice() throws Exception {
        assertThat(run(Incident.NONE, Step.CUSTOMER, WithStructuredScope::new))
                .took(ofMillis(2_400))
                .leftNothingRunning()
                .printedAt(ofMillis(500), "Customer: Ada, London")
                .printedAt(ofMillis(800), "Stock: Moby Dick is set aside")
                .printedAt(ofMillis(1_000), "Price: 27 euros");
    }

    @ParameterizedTest
    @MethodSource
    void endsLikeStraightCode(Incident incident, Step step) throws Exception {
        var scope = run(incident, step, WithStructuredScope::new);
        var straight = run(incident, step, WithVirtualThreads::new);

        assertThat(scope).leftNothingRunning();
        assertThat(scope.output().getLast()).isEqualTo(straight.output().getLast());
    }

    static Stream<Arguments> endsLikeStraightCode() {
        return Stream.of(Incident.values())
                .filter(incident -> incident != Incident.TRACE)
                .flatMap(incident -> Stream.of(Step.values()).map(step -> Arguments.of(incident, step)));
    }

    @ParameterizedTest
    @EnumSource
    void cancelsTheStepsThatAreRunning(Step step) throws Exception {
        assertThat(run(Incident.CANCEL, step, WithStructuredScope::new).output())
                .contains(step + ": cancelled")
                .last()
                .isEqualTo("Cancelled");
    }

    @ParameterizedTest
    @CsvSource({"CUSTOMER, 500, Stock: cancelled", "STOCK, 800, Price: cancelled"})
    void failureCancelsTheStepThatOverlaps(Step step, int millis, String other) throws Exception {
        assertThat(run(Incident.FAILS, step, WithStructuredScope::new))
                .took(ofMillis(millis))
                .leftNothingRunning();
        assertThat(run(Incident.FAILS, step, WithStructuredScope::new).output()).contains(other);
    }

    @Test
    void returnsOrThrowsWhenInterruptedAsStepEnds() throws Exception {
        for (int moment : List.of(0, 500, 800, 1_000, 2_000, 2_400)) {
            for (int seed = 0; seed < SCHEDULES; seed++) {
                var run = new VirtualTime().seed(seed).start(() -> interruptAt(moment));

                assertThat(run).took(ofMillis(moment)).leftNothingRunning(); // no later step was started
                assertThat(run.output()).last().isIn("interrupted", "27 euros paid, Moby Dick goes to Ada, London");
            }
        }
    }

    private static void interruptAt(int moment) throws InterruptedException {
        Thread order = Thread.ofVirtual().name("order").start(() -> {
            try {
                IO.println(new WithStructuredScope(new Servers(Map.of())).process(ORDER));
            } catch (InterruptedException stopped) {
                IO.println("interrupted");
            } catch (Exception unexpected) {
                throw new AssertionError(unexpected);
            }
        });
        Thread.sleep(ofMillis(moment));
        order.interrupt();
        order.join();
    }

    /** The payment runs on the thread of the order. */
    @Test
    void traceOfThePaymentShowsItsCaller() throws Exception {
        assertThat(run(Incident.TRACE, Step.PAYMENT, WithStructuredScope::new).output())
                .contains("Failed: Payment: the card was declined", "Frames of your own: 3");
    }

    /** The stock runs on a thread of its own, whose stack begins in the scope. */
    @Test
    void traceOfASubtaskEndsAtItsFork() throws Exception {
        VirtualTime.run(() -> {
            var failure = catchThrowable(
                    () -> new WithStructuredScope(new Servers(Map.of(Step.STOCK, Fault.FAILS))).process(ORDER));

            assertThat(failure).isInstanceOf(StepException.class);
            assertThat(Trace.of(failure).ownFrames()).hasSize(1);
        });
    }

    private static VirtualRun run(Incident incident, Step step, Function<Servers, OrderProcess> version)
            throws Exception {
        return VirtualTime.run(() -> new Example(incident, step).run(version));
    }
}
