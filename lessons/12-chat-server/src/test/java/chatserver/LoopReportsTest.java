package chatserver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The reports of the loop's debug mode, which is on in the lessons. */
class LoopReportsTest {

    @Test
    void loopDoesNotReportConnectionThatBreaksDuringFlood() throws Exception {
        var printed = new ByteArrayOutputStream();
        PrintStream err = System.err;
        System.setErr(new PrintStream(printed, true, UTF_8));
        System.setProperty("eventloop.debug", "true");
        try {
            var server = new RunningServer(new WithEventLoop());
            List<TestClient> all = TestClient.connect(server.address(), 3);
            for (int line = 0; line < 1_000; line++) {
                all.getFirst().sendLine("~".repeat(2_000));
            }
            all.get(1).reset();
            all.get(2).readLine();
            server.end();
            for (TestClient client : all) {
                client.close();
            }
        } finally {
            System.clearProperty("eventloop.debug");
            System.setErr(err);
        }
        assertThat(printed.toString(UTF_8).lines().filter(line -> line.contains("never retrieved")))
                .isEmpty();
    }
}
