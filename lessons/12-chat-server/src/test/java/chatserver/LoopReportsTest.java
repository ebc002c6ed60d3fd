package chatserver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the loop's debug mode, which is on in lessons, has to say about the version for it. */
class LoopReportsTest {

    @Test
    void whoVanishesInTheMiddleOfAFloodIsNoFailureThatTheLoopReports() throws Exception {
        var said = new ByteArrayOutputStream();
        PrintStream err = System.err;
        System.setErr(new PrintStream(said, true, UTF_8));
        System.setProperty("eventloop.debug", "true");
        try {
            var server = new Running(new WithEventLoop());
            List<Talker> all = Talker.arrive(server.address(), 3);
            for (int line = 0; line < 1_000; line++) {
                all.getFirst().say("~".repeat(2_000));
            }
            all.get(1).vanish();
            all.get(2).hear();
            server.end();
            for (Talker talker : all) {
                talker.close();
            }
        } finally {
            System.clearProperty("eventloop.debug");
            System.setErr(err);
        }
        assertThat(said.toString(UTF_8).lines().filter(line -> line.contains("never retrieved")))
                .isEmpty();
    }
}
