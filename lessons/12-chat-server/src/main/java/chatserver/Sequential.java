package chatserver;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.InetSocketAddress;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ServerSocketChannel;
import java.util.function.Consumer;

/** One client after the other, which is no chat: while one is served, nobody else is there to hear it. */
public final class Sequential implements ChatServer {

    @Override
    public void serve(InetSocketAddress address, Consumer<InetSocketAddress> listening) throws Exception {
        try (var door = ServerSocketChannel.open().bind(address, BACKLOG)) {
            listening.accept((InetSocketAddress) door.getLocalAddress());
            while (true) {
                try (var guest = new BlockingGuest(door.accept())) {
                    guest.readAll(line -> IO.print(new String(Wire.message(guest.name, line), UTF_8)));
                }
            }
        } catch (ClosedByInterruptException ctrlC) {
            Thread.interrupted();
            throw new InterruptedException("the chat was ended");
        }
    }

    static void main(String... arguments) throws Exception {
        Host.run(new Sequential(), arguments);
    }
}
