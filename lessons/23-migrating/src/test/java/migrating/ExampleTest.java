package migrating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The arguments of all versions. */
class ExampleTest {

    @Test
    void numbersAndWordAreOptional() {
        assertThat(Example.of()).isEqualTo(new Example(40, 10, ""));
        assertThat(Example.of("3")).isEqualTo(new Example(3, 10, ""));
        assertThat(Example.of("8", "2")).isEqualTo(new Example(8, 2, ""));
        assertThat(Example.of("moved")).isEqualTo(new Example(40, 10, "moved"));
        assertThat(Example.of("8", "2", "broken")).isEqualTo(new Example(8, 2, "broken"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1000", "3 0", "3 2 1", "slow", "3 broken moved", "moved 3"})
    void otherArgumentsAreRejected(String words) {
        assertThatThrownBy(() -> Sequential.main(words.split(" ")))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("Unknown arguments '" + words
                        + "'. After --, this lesson accepts a number of shops and one of connections\n"
                        + "(1 to 999), such as 40 10, and then uneven, broken, moved or computing.");
    }
}
