package benchmarks.echo;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EchoServersTest {

    @ParameterizedTest
    @EnumSource
    void everyServerEchoes(EchoServers version) throws Exception {
        EchoServer server = version.start();
        try (var client = new EchoClient(server.port(), 3)) {
            assertThatCode(() -> client.exchange(10)).doesNotThrowAnyException();
        }
        server.stop();
    }
}
