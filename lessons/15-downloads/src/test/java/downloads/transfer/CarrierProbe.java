package downloads.transfer;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.FileChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

/**
 * Runs in a JVM with a single carrier: a virtual thread writes more than a named pipe or a socket accepts, while
 * another virtual thread is ready to run. Prints the order in which the two end.
 */
final class CarrierProbe {

    private static final int TOO_MUCH = 64 * 1024 * 1024;

    private CarrierProbe() {}

    static void main(String[] args) throws Exception {
        if (args.length > 0) {
            // opening it only for writing would wait for a reader
            try (var full = FileChannel.open(Path.of(args[0]), READ, WRITE);
                    var reader = FileChannel.open(Path.of(args[0]), READ)) {
                probe(full, other -> drain(reader));
            }
            return;
        }
        try (var server = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                var client = SocketChannel.open(server.getLocalAddress());
                var accepted = server.accept()) {
            probe(client, other -> {
                other.join(); // never ends if the writer keeps the carrier
                drain(accepted);
            });
        }
    }

    /** Makes it possible for the writer to end. */
    private interface Reader {
        void read(Thread other) throws Exception;
    }

    private static void probe(ByteChannel full, Reader reader) throws Exception {
        Queue<String> ended = new ConcurrentLinkedQueue<>();
        var writing = new CountDownLatch(1);
        Thread writer = Thread.ofVirtual().start(() -> {
            writing.countDown();
            ended.add(write(full));
        });
        writing.await();
        Thread other = Thread.ofVirtual().start(() -> ended.add("other"));
        reader.read(other);
        writer.join();
        other.join();
        IO.println(String.join(", ", ended));
    }

    private static void drain(ByteChannel channel) throws IOException {
        var buffer = ByteBuffer.allocate(1024 * 1024);
        for (long read = 0; read < TOO_MUCH; read += channel.read(buffer.clear())) {}
    }

    private static String write(ByteChannel full) {
        var bytes = ByteBuffer.allocate(TOO_MUCH);
        try {
            while (bytes.hasRemaining()) {
                full.write(bytes);
            }
            return "writer";
        } catch (IOException failure) {
            return failure.toString();
        }
    }
}
