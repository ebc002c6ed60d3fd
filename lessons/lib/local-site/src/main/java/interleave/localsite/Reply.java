package interleave.localsite;

import interleave.localsite.http.Response;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * A response whose body is a part of a content. Its {@code Content-Length} is the length of that part, even if the
 * connection breaks before.
 *
 * @param status the status code, such as 206
 * @param fields the header fields, each as {@code Name: value}
 * @param content where the bytes come from
 * @param from the position of the first byte
 * @param to the position after the last byte
 * @param pace how fast the bytes are sent
 * @param end the position at which something else happens
 * @param ending what happens there
 */
public record Reply(
        int status, List<String> fields, Content content, long from, long to, Pace pace, long end, Ending ending) {

    /** Bytes that are sent together, and the pause after each. */
    public record Pace(int bytes, Duration pause) {
        private static final Pace FAST = new Pace(32 * 1024, Duration.ZERO);
    }

    /** What happens when the bytes are sent. */
    public enum Ending {
        /** The response is complete. */
        COMPLETE,
        /** The site closes the connection. */
        DISCONNECT,
        /** The site sends nothing more, and keeps the connection open. */
        STALL
    }

    /** A complete response, as fast as possible. */
    public static Reply of(int status, List<String> fields, Content content, long from, long to) {
        return new Reply(status, List.copyOf(fields), content, from, to, Pace.FAST, to, Ending.COMPLETE);
    }

    /** The same with another header field. */
    public Reply with(String field) {
        List<String> all = Stream.concat(fields.stream(), Stream.of(field)).toList();
        return new Reply(status, all, content, from, to, pace, end, ending);
    }

    /** The same in pieces of some bytes, with a pause after each. */
    public Reply slowly(int bytes, Duration pause) {
        return new Reply(status, fields, content, from, to, new Pace(bytes, pause), end, ending);
    }

    /** The same, but the connection is closed before the byte at this position of the content. */
    public Reply brokenAt(long position) {
        return endingAt(position, Ending.DISCONNECT);
    }

    /** The same, but nothing is sent from this position of the content on. */
    public Reply stalledAt(long position) {
        return endingAt(position, Ending.STALL);
    }

    private Reply endingAt(long position, Ending other) {
        return position < from || position >= to
                ? this
                : new Reply(status, fields, content, from, to, pace, position, other);
    }

    ByteBuffer head() {
        return Response.head(status, fields, to - from);
    }
}
