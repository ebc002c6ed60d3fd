package webserver;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The clients of the example, which request {@code /stock} at the same time. They represent other machines, so their
 * threads are outside the thread group of this program, and a timeline shows those of the server only.
 */
final class Visitors {
    private static final String HALF = "GET /stock HTTP/1.1\r\nHo";
    private static final String REST = "st: localhost\r\nConnection: close\r\n\r\n";
    /** How long a visitor hesitates after half of a request. */
    private static final Duration HESITATION = Duration.ofSeconds(2);

    private static final ThreadGroup ELSEWHERE = new ThreadGroup(outermostGroup(), "visitors");

    private final int port;
    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();

    Visitors(int port) {
        this.port = port;
    }

    /** Prints each answer as soon as it arrives. The first {@code hesitating} visitors pause in their requests. */
    void visit(int visitors, int hesitating) throws IOException, InterruptedException {
        for (int number = 1; number <= visitors; number++) {
            var socket = new Socket(WebServer.address(port).getAddress(), port);
            boolean hesitates = number <= hesitating;
            send(socket, hesitates ? HALF : HALF + REST);
            String name = "Visitor " + number + (hesitates ? ", who hesitated" : "");
            new Thread(ELSEWHERE, () -> receive(name, socket, hesitates)).start();
        }
        for (int answers = 0; answers < visitors; answers++) {
            IO.println(received.take());
        }
    }

    private void receive(String name, Socket socket, boolean hesitates) {
        try (socket) {
            if (hesitates) {
                Thread.sleep(HESITATION);
                send(socket, REST);
            }
            received.add(name + ": " + text(new String(socket.getInputStream().readAllBytes(), UTF_8)));
        } catch (IOException | InterruptedException failed) {
            received.add(name + ": no answer, " + failed.getMessage());
        }
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    }

    /** The body of an answer without its tags. */
    private static String text(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n") + 4)
                .replaceAll("<[^>]*>", "")
                .strip();
    }

    private static ThreadGroup outermostGroup() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group.getParent() != null) {
            group = group.getParent();
        }
        return group;
    }
}
