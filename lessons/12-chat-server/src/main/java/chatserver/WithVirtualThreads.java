package chatserver;

import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Uses two virtual threads per client. They block, but a blocked virtual thread is cheap. */
public final class WithVirtualThreads implements ChatServer {

    @Override
    public void serve(InetSocketAddress address, Consumer<InetSocketAddress> listening) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            new BlockingServer(threads).serve(address, listening);
        }
    }

    static void main(String... arguments) throws Exception {
        ServerRunner.run(new WithVirtualThreads(), arguments);
    }
}
