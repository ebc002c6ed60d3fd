package contextmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import contextmanager.SimulatedDatabase.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The arguments that a student can type, and the messages for wrong ones. */
class ArgumentsTest {

    @Test
    void defaultIsOneReportWithoutFaults() {
        var arguments = Arguments.of();

        assertThat(arguments.reports()).isEqualTo(1);
        assertThat(arguments.faults()).isEmpty();
    }

    @Test
    void acceptsArgumentsInAnyOrder() {
        var arguments = Arguments.of("close-fails", "12", "query-fails");

        assertThat(arguments.reports()).isEqualTo(12);
        assertThat(arguments.faults()).containsExactly(Fault.QUERY_FAILS, Fault.CLOSE_FAILS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"three", "0", "-1", "1234567", "query_fails", "--database", "", "3.5"})
    void rejectsUnknownArgumentAndListsAcceptedOnes(String word) {
        assertThatThrownBy(() -> Arguments.of(word))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + word + "'")
                .hasMessageContaining("query-fails")
                .message()
                .hasLineCount(2);
    }
}
