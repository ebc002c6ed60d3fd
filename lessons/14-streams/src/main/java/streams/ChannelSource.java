package streams;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;

/** Reads a file or another blocking channel, in chunks of up to 64 KB. An interrupt closes the channel. */
public final class ChannelSource implements Source {

    private final ReadableByteChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);

    ChannelSource(ReadableByteChannel channel) {
        this.channel = channel;
    }

    /** Opens a file. */
    public static Source file(Path path) throws IOException {
        return new ChannelSource(FileChannel.open(path));
    }

    @Override
    public ByteBuffer next() throws IOException {
        channel.read(buffer.clear());
        return buffer.flip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
