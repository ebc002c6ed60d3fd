package benchmarks.echo;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;

final class VirtualThreadsEcho implements EchoServer {
    private final ServerSocket server = new ServerSocket();

    VirtualThreadsEcho() throws IOException {
        server.bind(EchoServers.ANY_PORT, EchoServers.BACKLOG);
        Thread.startVirtualThread(this::accept);
    }

    @Override
    public int port() {
        return server.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = server.accept();
                Thread.startVirtualThread(() -> echo(connection));
            }
        } catch (IOException closed) {
            // stop() has closed the server
        }
    }

    private void echo(Socket connection) {
        var bytes = new byte[1024];
        try (connection) {
            connection.setTcpNoDelay(true);
            var in = connection.getInputStream();
            var out = connection.getOutputStream();
            for (int length = in.read(bytes); length >= 0; length = in.read(bytes)) {
                out.write(bytes, 0, length);
            }
        } catch (IOException reset) {
            // The client has disconnected. EchoClient reports missing echoes.
        }
    }

    @Override
    public void stop() throws IOException {
        server.close();
    }
}
