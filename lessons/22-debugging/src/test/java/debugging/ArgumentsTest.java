package debugging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the programs accept on their command lines. */
class ArgumentsTest {

    @Test
    void firstArgumentIsANumber() {
        assertThat(Numbers.first(12)).isEqualTo(12);
        assertThat(Numbers.first(12, "6", "platform")).isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "many", "1000000", ""})
    void otherFirstArgumentIsRefused(String argument) {
        assertThatThrownBy(() -> Numbers.first(12, argument))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Unknown argument '" + argument + "'. Expected a number from 1 to 999999.");
    }

    @Test
    void unknownKindOfThreadsIsRefused() {
        assertThat(Threads.named("unnamed")).isEqualTo(Threads.UNNAMED);
        assertThatThrownBy(() -> Threads.named("green"))
                .hasMessage("Unknown kind of threads 'green'. Expected platform, virtual or unnamed.");
    }
}
