package webserver;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;

/**
 * The clients of the example, which request the same page at the same time. They represent other machines, so their
 * threads are outside this program's thread group, and a timeline shows only those of the server.
 */
final class Visitors {
    /** How long a visitor hesitates in the middle of a request. */
    private static final Duration HESITATION = Duration.ofSeconds(2);

    private static final String REST = "TP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

    private static final ThreadGroup ELSEWHERE = new ThreadGroup(outermostGroup(), "visitors");

    private final int port;

    Visitors(int port) {
        this.port = port;
    }

    /** Returns when all visitors have an answer. The first {@code hesitating} of them pause in mid-request. */
    void visit(int visitors, int hesitating) throws IOException, InterruptedException {
        var received = new ArrayBlockingQueue<String>(visitors);
        for (int number = 1; number <= visitors; number++) {
            var socket = new Socket(WebServer.address(port).getAddress(), port);
            boolean hesitates = number <= hesitating;
            send(socket, "GET /stock/" + number + " HT" + (hesitates ? "" : REST));
            new Thread(ELSEWHERE, () -> receive(socket, hesitates, received)).start();
        }
        int answered = 0;
        for (int visitor = 0; visitor < visitors; visitor++) {
            answered += received.take().startsWith("HTTP/1.1 200 ") ? 1 : 0;
        }
        IO.println(answered + " of " + visitors + " visitors have an answer");
    }

    private static void receive(Socket socket, boolean hesitates, Queue<String> received) {
        try (socket) {
            if (hesitates) {
                Thread.sleep(HESITATION);
                send(socket, REST);
            }
            received.add(new String(socket.getInputStream().readAllBytes(), UTF_8));
        } catch (IOException | InterruptedException failed) {
            received.add(failed.toString());
        }
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    }

    private static ThreadGroup outermostGroup() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group.getParent() != null) {
            group = group.getParent();
        }
        return group;
    }
}
