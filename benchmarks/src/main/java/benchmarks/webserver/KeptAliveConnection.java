package benchmarks.webserver;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/** A client that sends one request after the other over the same connection. It does as little as possible. */
final class KeptAliveConnection implements AutoCloseable {
    private final Socket socket;
    private final byte[] request;
    private final byte[] end;
    private final byte[] received = new byte[16 * 1024];

    /** @param end how every answer ends */
    KeptAliveConnection(int port, String path, String end) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        request = ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(ISO_8859_1);
        this.end = end.getBytes(ISO_8859_1);
    }

    /** Sends the request, and returns the size of the answer when it has arrived completely. */
    int request() throws IOException {
        socket.getOutputStream().write(request);
        int size = 0;
        while (!endsWith(size)) {
            int count = socket.getInputStream().read(received, size, received.length - size);
            if (count <= 0) {
                throw new EOFException("The server has closed the connection, or its answer is too long.");
            }
            size += count;
        }
        return size;
    }

    private boolean endsWith(int size) {
        for (int index = 1; index <= end.length; index++) {
            if (size < index || received[size - index] != end[end.length - index]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
