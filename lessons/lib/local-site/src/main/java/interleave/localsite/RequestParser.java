package interleave.localsite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Parses a connection's bytes into HTTP requests, wherever the network splits them. Requests with a body are rejected.
 */
final class RequestParser {

    /** The target of a request, and whether the connection stays open after it. */
    record Request(String target, boolean keepsAlive) {}

    /** The client sent something other than a valid request; {@code status} is the response to it. */
    static final class BadRequest extends Exception {
        private static final long serialVersionUID = 1;
        private final int status;

        BadRequest(int status) {
            super(
                    "status " + status,
                    null,
                    false,
                    false); // no stack trace: it is thrown for every bad request and never printed
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    private static final Set<String> VERSIONS = Set.of("HTTP/1.0", "HTTP/1.1");
    private static final String LENGTH = "content-length:";
    private static final int SMALL = 1024;
    private static final int LARGEST_HEAD = 16 * 1024;

    /** Filled up to its position. Parsed requests are removed from its front. */
    private ByteBuffer bytes = ByteBuffer.allocate(SMALL);

    private int looked;
    private int line;
    /** Empty before the first line is read. */
    private String target = "";

    private boolean keepsAlive;

    /** The buffer to read the next bytes into. */
    ByteBuffer room() {
        if (bytes.position() == bytes.capacity()) {
            bytes = ByteBuffer.allocate(LARGEST_HEAD).put(bytes.flip());
        }
        return bytes;
    }

    /** Whether the buffer has no room for another byte. */
    boolean isFull() {
        return bytes.position() == LARGEST_HEAD;
    }

    /** The next request, once its whole head has arrived. */
    Optional<Request> next() throws BadRequest {
        while (looked < bytes.position()) {
            if (bytes.get(looked++) == '\n') {
                String text = new String(bytes.array(), line, looked - 1 - line, ISO_8859_1).stripTrailing();
                line = looked;
                if (target.isEmpty()) {
                    beginWith(text);
                } else if (text.isEmpty()) {
                    return Optional.of(taken());
                } else {
                    addField(text.toLowerCase(Locale.ROOT));
                }
            }
        }
        if (isFull()) {
            throw new BadRequest(431);
        }
        return Optional.empty();
    }

    private void beginWith(String text) throws BadRequest {
        if (text.isEmpty()) {
            return; // RFC 9112 allows empty lines before a request
        }
        String[] words = text.split(" ", -1);
        if (words.length != 3 || words[1].isEmpty() || !VERSIONS.contains(words[2])) {
            throw new BadRequest(400);
        }
        if (!words[0].equals("GET")) {
            throw new BadRequest(405);
        }
        target = words[1];
        keepsAlive = words[2].endsWith("1");
    }

    private void addField(String field) throws BadRequest {
        if (field.startsWith("connection:")) {
            keepsAlive = !field.contains("close") && (keepsAlive || field.contains("keep-alive"));
        } else if (field.startsWith("transfer-encoding:") || isLengthOfABody(field)) {
            throw new BadRequest(413);
        }
    }

    private static boolean isLengthOfABody(String field) {
        return field.startsWith(LENGTH) && !field.substring(LENGTH.length()).matches("\\s*0+");
    }

    /** Removes the request from the buffer, so that the next one can be parsed. */
    private Request taken() {
        var request = new Request(target, keepsAlive);
        bytes.limit(bytes.position()).position(looked);
        bytes.compact();
        looked = 0;
        line = 0;
        target = "";
        return request;
    }

    /** Drops all bytes. */
    void clear() {
        bytes.clear();
        looked = 0;
        line = 0;
    }
}
