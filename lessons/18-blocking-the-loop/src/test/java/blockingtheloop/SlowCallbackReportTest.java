package blockingtheloop;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;

import interleave.eventloop.EventLoop;
import interleave.virtualtime.VirtualTime;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** The loop's report of a slow callback. */
@ResourceLock(Resources.SYSTEM_ERR)
class SlowCallbackReportTest {

    @Test
    void namesTheTaskTheTimeAndTheLineOfTheBlockingCall() throws Exception {
        String report = report();
        var place = Pattern.compile("It was scheduled at blockingtheloop\\.BlockedGames\\.show"
                        + "\\(BlockedGames\\.java:(\\d+)\\)\\. Move blocking work to loop\\.toThread")
                .matcher(report);

        assertThat(report).contains("callback of task \"high scores\" took 1000 ms; no other task could run.");
        assertThat(place.find()).as(report).isTrue();
        assertThat(line(Integer.parseInt(place.group(1)))).contains("load(call, loop)");
        assertThat(place.find()).as("one report only").isFalse();
    }

    @Test
    void readmeShowsTheReport() throws Exception {
        assertThat(Files.readString(Path.of("README.md"))).contains(report().strip());
    }

    private static String line(int number) throws Exception {
        List<String> lines = Files.readAllLines(Path.of("src/main/java/blockingtheloop/BlockedGames.java"));
        return lines.get(number - 1);
    }

    private static String report() throws Exception {
        var bytes = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            VirtualTime.run(() -> EventLoop.run(loop -> {
                loop.setDebug(true);
                return BlockedGames.start(loop, new Example(BlockingCall.SLEEP, 3, ofMillis(200)));
            }));
        } finally {
            System.setErr(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
