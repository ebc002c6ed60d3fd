package callbackhell;

import static interleave.virtualtime.VirtualRunAssert.assertThat;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import callbackhell.Runs.Version;
import callbackhell.shop.Order;
import callbackhell.shop.Servers;
import callbackhell.shop.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** All versions give the same results and the same errors, at the same moments, whatever happens in whichever step. */
class OrderProcessTest {
    private static final Map<Step, String> ANSWERS = Map.of(
            Step.CUSTOMER, "Customer: Ada, London",
            Step.STOCK, "Stock: Moby Dick is set aside",
            Step.PRICE, "Price: 27 euros",
            Step.PAYMENT, "Payment: 27 euros paid",
            Step.SHIPPING, "Shipping: Moby Dick goes to Ada, London");
    private static final String CONFIRMED = "Confirmed: 27 euros paid, Moby Dick goes to Ada, London";
    private static final Map<Step, String> FAILURES = Map.of(
            Step.CUSTOMER, "Failed: Customer: there is no such customer",
            Step.STOCK, "Failed: Stock: the book is sold out",
            Step.PRICE, "Failed: Price: the book has no price",
            Step.PAYMENT, "Failed: Payment: the card was declined",
            Step.SHIPPING, "Failed: Shipping: no courier is free");

    @ParameterizedTest
    @EnumSource
    void confirmsOrder(Version version) throws Exception {
        assertThat(Runs.of(Incident.NONE, Step.CUSTOMER, version::with))
                .took(ofMillis(3_200))
                .leftNothingRunning()
                .printed(lines(List.of(Step.values()), CONFIRMED));
    }

    @ParameterizedTest
    @EnumSource
    void eachStepUsesTheResultsOfEarlierOnes(Version version) throws Exception {
        var confirmation = version.with(new Servers(Map.of())).process(new Order("Grace", "Emma"));

        assertThat(confirmation).hasToString("25 euros paid, Emma goes to Grace, London");
    }

    @ParameterizedTest
    @MethodSource("callbackhell.Runs#eachVersionAndStep")
    void failureEndsTheOrder(Version version, Step step) throws Exception {
        assertThat(Runs.of(Incident.FAILS, step, version::with))
                .took(begin(step).plus(step.duration()))
                .leftNothingRunning()
                .printed(lines(Runs.before(step), FAILURES.get(step)));
    }

    @ParameterizedTest
    @MethodSource("callbackhell.Runs#eachVersionAndStep")
    void slowStepDelaysTheOrder(Version version, Step step) throws Exception {
        assertThat(Runs.of(Incident.SLOW, step, version::with))
                .took(ofMillis(4_200))
                .leftNothingRunning()
                .printed(lines(List.of(Step.values()), CONFIRMED));
    }

    @ParameterizedTest
    @MethodSource("callbackhell.Runs#eachVersionAndStep")
    void stepThatHangsIsCancelledAtTheLimit(Version version, Step step) throws Exception {
        assertThat(Runs.of(Incident.HANGS, step, version::with))
                .took(ofSeconds(5))
                .leftNothingRunning()
                .printed(lines(Runs.before(step), step + ": cancelled", "Gave up after 5 s"))
                .printedAt(ofSeconds(5), step + ": cancelled", "Gave up after 5 s");
    }

    @ParameterizedTest
    @MethodSource("callbackhell.Runs#eachVersionAndStep")
    void cancellingTheOrderCancelsTheStepThatIsRunning(Version version, Step step) throws Exception {
        assertThat(Runs.of(Incident.CANCEL, step, version::with))
                .leftNothingRunning()
                .printed(lines(Runs.before(step), step + ": cancelled", "Cancelled"))
                .printedAt(begin(step).plusMillis(200), step + ": cancelled", "Cancelled");
    }

    @Test
    void refusesUnknownArguments() {
        assertThatThrownBy(() -> Example.named("explodes", "payment"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'explodes payment' is not an incident and a step. Type fails, slow");
        assertThatThrownBy(() -> Example.named("fails")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Example.named("fails", "payment", "twice"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Duration begin(Step step) {
        return Runs.before(step).stream().map(Step::duration).reduce(ZERO, Duration::plus);
    }

    private static String[] lines(List<Step> answered, String... others) {
        var lines = new ArrayList<String>();
        answered.forEach(step -> lines.add(ANSWERS.get(step)));
        lines.addAll(List.of(others));
        return lines.toArray(String[]::new);
    }
}
