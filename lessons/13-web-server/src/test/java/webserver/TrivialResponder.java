package webserver;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Sends the same answer after the same wait each time bytes arrive on a connection, and parses nothing. What a client
 * measures against it is the cost of the client and of the operating system.
 */
final class TrivialResponder implements WebServer {
    private record Due(SocketChannel client, long time) {}

    private final Queue<Due> pending = new ArrayDeque<>();
    private final ByteBuffer received = ByteBuffer.allocateDirect(64 * 1024);
    private ByteBuffer answer = ByteBuffer.allocateDirect(0);
    private long wait;

    @Override
    public RunningServer start(Site site, int port) throws IOException {
        Page page = site.page("GET", "/stock", "");
        wait = page.backEnd().toNanos();
        String html = page.answer().html();
        byte[] bytes = ("HTTP/1.1 200 OK\r\nContent-Length: " + html.length() + "\r\n\r\n" + html).getBytes(ISO_8859_1);
        answer = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
        var selector = Selector.open();
        var channel = ServerSocketChannel.open().bind(WebServer.address(port), BACKLOG);
        channel.configureBlocking(false).register(selector, SelectionKey.OP_ACCEPT);
        Thread.ofPlatform().daemon().start(() -> {
            try {
                respond(selector, channel);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
        return new RunningServer(channel.socket().getLocalPort(), () -> {});
    }

    private void respond(Selector selector, ServerSocketChannel channel) throws IOException {
        while (true) {
            long untilNext =
                    pending.isEmpty() ? Long.MAX_VALUE : pending.element().time() - System.nanoTime();
            selector.select(
                    key -> {
                        try {
                            selected(key, selector, channel);
                        } catch (IOException left) {
                            key.cancel();
                        }
                    },
                    Math.clamp(Duration.ofNanos(untilNext).toMillis(), 1, 1_000));
            while (!pending.isEmpty() && pending.element().time() <= System.nanoTime()) {
                pending.remove().client().write(answer.duplicate());
            }
        }
    }

    private void selected(SelectionKey key, Selector selector, ServerSocketChannel channel) throws IOException {
        if (key.isAcceptable()) {
            for (var client = channel.accept(); client != null; client = channel.accept()) {
                client.configureBlocking(false).register(selector, SelectionKey.OP_READ);
            }
        } else if (((SocketChannel) key.channel()).read(received.clear()) > 0) {
            pending.add(new Due((SocketChannel) key.channel(), System.nanoTime() + wait));
        } else {
            key.channel().close();
        }
    }
}
