package callbackhell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import callbackhell.shop.Step;
import interleave.virtualtime.Stuck;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Trying each incident in each step finds the error path that is missing, and the work that is not cancelled. */
class WrongVersionsTest {

    @ParameterizedTest
    @EnumSource(names = {"FAILS", "HANGS", "CANCEL"})
    void forgottenErrorHangsInTheStepThatForgetsIt(Incident incident) {
        var stuck = catchThrowable(() -> Runs.of(incident, Step.PAYMENT, ForgottenError::new));

        assertThat(stuck)
                .isInstanceOf(Stuck.class)
                .hasMessageContainingAll("order waits for a CompletableFuture", "ForgottenError.java:");
    }

    @ParameterizedTest
    @MethodSource
    void otherIncidentsDoNotFindIt(Incident incident, Step step) throws Exception {
        assertThat(Runs.of(incident, step, ForgottenError::new).output())
                .isEqualTo(Runs.of(incident, step, NestedCallbacks::new).output());
    }

    static Stream<Arguments> otherIncidentsDoNotFindIt() {
        return Stream.of(Incident.values())
                .flatMap(incident -> Stream.of(Step.values()).map(step -> Arguments.of(incident, step)))
                .filter(pair -> pair.get()[1] != Step.PAYMENT
                        || pair.get()[0] == Incident.SLOW
                        || pair.get()[0] == Incident.NONE);
    }

    @ParameterizedTest
    @EnumSource
    void cancellingOnlyTheOutermostFutureSendsTheBookAnyway(Step step) throws Exception {
        assertThat(Runs.of(Incident.CANCEL, step, CancelledOutermost::new).output())
                .contains("Cancelled", "Payment: 27 euros paid")
                .last()
                .isEqualTo("Shipping: Moby Dick goes to Ada, London");
    }
}
