package manymachines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {

    @Test
    void threeNodesOnLoopbackByDefault() {
        Arguments arguments = Arguments.of();

        assertThat(arguments.nodes()).containsExactly(1, 2, 3);
        assertThat(arguments.host().isLoopbackAddress()).isTrue();
        assertThat(arguments.chatAddress(2).getPort()).isEqualTo(8882);
        assertThat(arguments.ports().cluster(2).getPort()).isEqualTo(8892);
        assertThat(arguments.ports().cluster(2).getAddress().isLoopbackAddress())
                .isTrue();
    }

    @Test
    void nodesTalkOnLoopbackWhateverTheHost() {
        Arguments arguments = Arguments.of("--host", "0.0.0.0", "--node", "4");

        assertThat(arguments.nodes()).containsExactly(4);
        assertThat(arguments.ports().cluster(4).getAddress().isLoopbackAddress())
                .isTrue();
        assertThat(arguments.reachable().isLoopbackAddress()).isTrue();
    }

    @Test
    void chaosLastsOneMinuteByDefault() {
        assertThat(Arguments.of().chaos()).isEmpty();
        assertThat(Arguments.of("--chaos").chaos()).contains(Duration.ofMinutes(1));
        assertThat(Arguments.of("--chaos", "--seconds", "5").chaos()).contains(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--node 10|'10' is not a node.|Type a number from 1 to 9, such as: --node 4",
                "--node x|'x' is not a node.|Type a number from 1 to 9, such as: --node 4",
                "--node|'' is not a node.|Type a number from 1 to 9, such as: --node 4",
                "--port 80|'80' is not a first port.|Type a number from 1024 to 65506, such as: --port 9880",
                "--seconds 0|'0' is not a number of seconds.|Type a number from 1 to 3600, such as: --seconds 20",
                "--host|'' is not a known address.|The default is",
                "--loud|'--loud' is not an argument of this lesson.|It accepts"
            })
    void rejectsWrongArgument(String typed, String problem, String advice) {
        assertThatThrownBy(() -> Arguments.of(typed.split(" ")))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(problem + "\n" + advice);
    }
}
