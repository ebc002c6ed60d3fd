package interleave.localsite;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The bytes of a file. They are read in parts, so that a large file needs no memory. */
public interface Content {

    /** The number of bytes. */
    long length();

    /** Puts the bytes from this position on into the buffer, until it is full. */
    void read(long position, ByteBuffer into);

    /** These bytes. */
    static Content of(byte[] bytes) {
        return new Content() {
            @Override
            public long length() {
                return bytes.length;
            }

            @Override
            public void read(long position, ByteBuffer into) {
                into.put(bytes, (int) position, into.remaining());
            }
        };
    }

    /** Bytes that look random. Each depends on the seed and on its position, so that one that is missing is noticed. */
    static Content generated(long seed, long length) {
        return new GeneratedContent(seed, length);
    }

    /** The SHA-256 checksum of all bytes. */
    default byte[] sha256() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var buffer = ByteBuffer.allocate(64 * 1024);
            for (long position = 0; position < length(); position += buffer.limit()) {
                buffer.clear().limit((int) Math.min(buffer.capacity(), length() - position));
                read(position, buffer);
                digest.update(buffer.flip());
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
