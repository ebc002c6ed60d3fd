package chatserver;

import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Uses two platform threads per client. They block, so a thousand clients need two thousand of them. */
public final class WithThreadPool implements ChatServer {

    @Override
    public void serve(InetSocketAddress address, Consumer<InetSocketAddress> listening) throws Exception {
        try (var threads = Executors.newCachedThreadPool()) {
            new BlockingServer(threads).serve(address, listening);
        }
    }

    static void main(String... arguments) throws Exception {
        ServerRunner.run(new WithThreadPool(), arguments);
    }
}
