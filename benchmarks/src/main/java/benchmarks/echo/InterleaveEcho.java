package benchmarks.echo;

import benchmarks.peers.InterleaveLoop;
import interleave.eventloop.Connection;
import interleave.eventloop.Server;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

final class InterleaveEcho implements EchoServer {
    private final InterleaveLoop running = new InterleaveLoop();
    private final Server server = CompletableFuture.supplyAsync(
                    () -> running.loop().listen(EchoServers.ANY_PORT, connection -> new Echo(connection).start()),
                    running)
            .join();

    @Override
    public int port() {
        return server.address().getPort();
    }

    @Override
    public void stop() throws InterruptedException, ExecutionException {
        running.stop();
    }

    private static final class Echo {
        private final Connection connection;
        private final ByteBuffer buffer = ByteBuffer.allocateDirect(1024);
        private final CompletableFuture<Void> ended = new CompletableFuture<>();

        Echo(Connection connection) {
            this.connection = connection;
        }

        CompletableFuture<Void> start() {
            read();
            return ended;
        }

        private void read() {
            connection.read(buffer.clear()).whenComplete((count, failure) -> {
                if (failure != null || count < 0) {
                    end();
                } else {
                    write();
                }
            });
        }

        private void write() {
            connection.write(buffer.flip()).whenComplete((written, failure) -> {
                if (failure != null) {
                    end();
                } else {
                    read();
                }
            });
        }

        /** The client has closed the connection. {@link EchoClient} reports missing echoes. */
        private void end() {
            ended.complete(null);
        }
    }
}
