package chatserver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Reads all lines of a client on a platform thread that does nothing else: it must keep up with a flood, even on a busy
 * machine.
 */
final class LineCollector {
    private final BlockingQueue<String> arrived = new LinkedBlockingQueue<>();
    private final List<String> lines = new ArrayList<>();

    LineCollector(TestClient client) {
        Thread.ofPlatform().daemon().name("collector").start(() -> collect(client));
    }

    private void collect(TestClient client) {
        byte[] buffer = new byte[64 * 1024];
        var line = new ByteArrayOutputStream();
        try {
            for (int count = client.read(buffer); count >= 0; count = client.read(buffer)) {
                int begin = 0;
                for (int i = 0; i < count; i++) {
                    if (buffer[i] == '\n') {
                        line.write(buffer, begin, i - begin);
                        arrived.add(line.toString(UTF_8));
                        line.reset();
                        begin = i + 1;
                    }
                }
                line.write(buffer, begin, count - begin);
            }
            arrived.add("(end of the stream)");
        } catch (IOException broken) {
            arrived.add("(" + broken + ")");
        }
    }

    /** Waits until this line has arrived. */
    void await(String expected) throws InterruptedException {
        String line = "";
        while (!line.equals(expected)) {
            line = arrived.poll(RunningServer.TIMEOUT_SECONDS, TimeUnit.SECONDS);
            assertThat(line).as("a line before '%s'", expected).isNotNull().doesNotStartWith("(");
            lines.add(line);
        }
    }

    /** The lines of this sender among those that were awaited, without the one of {@link TestClient#join}. */
    List<String> linesFrom(TestClient sender) {
        return lines.stream()
                .filter(line -> line.startsWith(sender.delivered("")) && !line.endsWith(TestClient.JOINED))
                .toList();
    }
}
