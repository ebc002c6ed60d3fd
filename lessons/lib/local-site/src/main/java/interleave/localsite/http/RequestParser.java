package interleave.localsite.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Parses the bytes of a connection into HTTP requests, no matter where the network splits them. A request without a
 * body has an empty one. A body without a {@code Content-Length} is rejected.
 */
public final class RequestParser {

    /**
     * A request with its body. {@code keepsAlive} says whether the connection stays open after it.
     *
     * @param fields the header fields, each as {@code Name: value}
     */
    @SuppressWarnings("ArrayRecordComponent") // requests are never compared
    public record Request(String method, String target, List<String> fields, byte[] body, boolean keepsAlive) {

        /** The value of the first field with this name. Capital and small letters are the same. */
        public Optional<String> field(String name) {
            String start = name + ":";
            return fields.stream()
                    .filter(field -> field.regionMatches(true, 0, start, 0, start.length()))
                    .map(field -> field.substring(start.length()).strip())
                    .findFirst();
        }
    }

    /** The client sent an invalid request; {@code status} is the status of the response. */
    public static final class BadRequest extends Exception {
        private static final long serialVersionUID = 1;
        private final int status;

        BadRequest(int status) {
            super("status " + status, null, false, false); // no stack trace, because it is never printed
            this.status = status;
        }

        /** The status of the response. */
        public int status() {
            return status;
        }
    }

    private static final Set<String> VERSIONS = Set.of("HTTP/1.0", "HTTP/1.1");
    private static final String LENGTH = "content-length:";
    private static final int NO_LENGTH = -1;
    private static final int SMALL = 1024;
    private static final int MAX_HEAD = 16 * 1024;

    private final Set<String> methods;
    private final int maxBody;

    /** Filled up to its position. Parsed requests are removed from the start. */
    private ByteBuffer bytes = ByteBuffer.allocate(SMALL);

    private int scanned;
    private int line;
    private String method = "";
    /** Empty before the first line is read. */
    private String target = "";

    private List<String> fields = new ArrayList<>();
    private boolean keepsAlive;
    private int bodyLength = NO_LENGTH;
    /** Whether all fields are read. Then the body starts at {@code scanned}. */
    private boolean headComplete;

    /**
     * Creates a parser for one connection.
     *
     * @param methods the methods that are accepted; others are rejected with 405
     * @param maxBody the largest body in bytes; a larger one is rejected with 413
     */
    public RequestParser(Set<String> methods, int maxBody) {
        this.methods = methods;
        this.maxBody = maxBody;
    }

    /** The buffer for the next bytes. */
    public ByteBuffer room() {
        if (bytes.position() == bytes.capacity()) {
            bytes = ByteBuffer.allocate(capacity()).put(bytes.flip());
        }
        return bytes;
    }

    /** Whether the buffer is full and cannot grow. */
    public boolean isFull() {
        return bytes.position() == capacity();
    }

    private int capacity() {
        return MAX_HEAD + maxBody;
    }

    /** The next request, if it has arrived completely. */
    public Optional<Request> next() throws BadRequest {
        while (!headComplete && scanned < bytes.position()) {
            if (bytes.get(scanned++) == '\n') {
                String text = new String(bytes.array(), line, scanned - 1 - line, ISO_8859_1).stripTrailing();
                line = scanned;
                parseLine(text);
            }
        }
        if (headComplete ? scanned > MAX_HEAD : scanned >= MAX_HEAD) {
            throw new BadRequest(431);
        }
        return headComplete && bytes.position() - scanned >= bodyLength()
                ? Optional.of(removeRequest())
                : Optional.empty();
    }

    private void parseLine(String text) throws BadRequest {
        if (target.isEmpty()) {
            parseRequestLine(text);
        } else if (text.isEmpty()) {
            headComplete = true;
        } else {
            fields.add(text);
            addField(text.toLowerCase(Locale.ROOT));
        }
    }

    private void parseRequestLine(String text) throws BadRequest {
        if (text.isEmpty()) {
            return; // RFC 9112 allows empty lines before a request
        }
        String[] words = text.split(" ", -1);
        if (words.length != 3 || words[1].isEmpty() || !VERSIONS.contains(words[2])) {
            throw new BadRequest(400);
        }
        if (!methods.contains(words[0])) {
            throw new BadRequest(405);
        }
        method = words[0];
        target = words[1];
        keepsAlive = words[2].endsWith("1");
    }

    private void addField(String field) throws BadRequest {
        if (field.startsWith("connection:")) {
            keepsAlive = !field.contains("close") && (keepsAlive || field.contains("keep-alive"));
        } else if (field.startsWith("transfer-encoding:")) {
            throw new BadRequest(413);
        } else if (field.startsWith(LENGTH)) {
            addLength(field.substring(LENGTH.length()).strip());
        }
    }

    /** Rejects a second length: two servers might disagree about where the next request starts. */
    private void addLength(String length) throws BadRequest {
        if (!length.matches("\\d+") || bodyLength != NO_LENGTH) {
            throw new BadRequest(400);
        }
        String significant = length.replaceFirst("^0+(?=.)", "");
        if (significant.length() > 9 || Integer.parseInt(significant) > maxBody) {
            throw new BadRequest(413);
        }
        bodyLength = Integer.parseInt(significant);
    }

    private int bodyLength() {
        return Math.max(0, bodyLength);
    }

    /** Removes the request from the buffer, so that the next one can be parsed. */
    private Request removeRequest() {
        int end = scanned + bodyLength();
        byte[] body = Arrays.copyOfRange(bytes.array(), scanned, end);
        var request = new Request(method, target, fields, body, keepsAlive);
        bytes.limit(bytes.position()).position(end);
        bytes.compact();
        startRequest();
        return request;
    }

    /** Discards all bytes. */
    public void clear() {
        bytes.clear();
        startRequest();
    }

    private void startRequest() {
        scanned = 0;
        line = 0;
        target = "";
        fields = new ArrayList<>();
        bodyLength = NO_LENGTH;
        headComplete = false;
    }
}
