package interleave.localsite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Parses the bytes of a connection into HTTP requests, no matter where the network splits them. Requests with a body
 * are rejected.
 */
final class RequestParser {

    /** The target of a request, and whether the connection stays open after it. */
    record Request(String target, boolean keepsAlive) {}

    /** The client sent an invalid request; {@code status} is the status of the response. */
    static final class BadRequest extends Exception {
        private static final long serialVersionUID = 1;
        private final int status;

        BadRequest(int status) {
            super("status " + status, null, false, false); // no stack trace, because it is never printed
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    private static final Set<String> VERSIONS = Set.of("HTTP/1.0", "HTTP/1.1");
    private static final String LENGTH = "content-length:";
    private static final int SMALL = 1024;
    private static final int MAX_HEAD = 16 * 1024;

    /** Filled up to its position. Parsed requests are removed from the start. */
    private ByteBuffer bytes = ByteBuffer.allocate(SMALL);

    private int scanned;
    private int line;
    /** Empty before the first line is read. */
    private String target = "";

    private boolean keepsAlive;

    /** The buffer for the next bytes. */
    ByteBuffer room() {
        if (bytes.position() == bytes.capacity()) {
            bytes = ByteBuffer.allocate(MAX_HEAD).put(bytes.flip());
        }
        return bytes;
    }

    /** Whether the buffer is full and cannot grow. */
    boolean isFull() {
        return bytes.position() == MAX_HEAD;
    }

    /** The next request, if its head has arrived completely. */
    Optional<Request> next() throws BadRequest {
        while (scanned < bytes.position()) {
            if (bytes.get(scanned++) == '\n') {
                String text = new String(bytes.array(), line, scanned - 1 - line, ISO_8859_1).stripTrailing();
                line = scanned;
                if (target.isEmpty()) {
                    parseRequestLine(text);
                } else if (text.isEmpty()) {
                    return Optional.of(removeRequest());
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

    private void parseRequestLine(String text) throws BadRequest {
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
    private Request removeRequest() {
        var request = new Request(target, keepsAlive);
        bytes.limit(bytes.position()).position(scanned);
        bytes.compact();
        scanned = 0;
        line = 0;
        target = "";
        return request;
    }

    /** Discards all bytes. */
    void clear() {
        bytes.clear();
        scanned = 0;
        line = 0;
    }
}
