package chatserver;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetSocketAddress;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ServerSocketChannel;
import java.util.function.Consumer;

/** Serves one client after the other. All others wait to be accepted, so no client ever receives a line of another. */
public final class Sequential implements ChatServer {

    @Override
    public void serve(InetSocketAddress address, Consumer<InetSocketAddress> listening) throws Exception {
        try (var serverChannel = ServerSocketChannel.open().bind(address, BACKLOG)) {
            listening.accept((InetSocketAddress) serverChannel.getLocalAddress());
            while (true) {
                try (var client = new BlockingClientHandler(serverChannel.accept())) {
                    client.readAll(line -> IO.println(client.name + ": " + PrintableText.of(new String(line, UTF_8))));
                }
            }
        } catch (ClosedByInterruptException ctrlC) {
            Thread.interrupted();
            throw new InterruptedException("the chat was ended");
        }
    }

    static void main(String... arguments) throws Exception {
        ServerRunner.run(new Sequential(), arguments);
    }
}
