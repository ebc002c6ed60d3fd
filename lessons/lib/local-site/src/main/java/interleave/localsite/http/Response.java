package interleave.localsite.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Encodes HTTP/1.1 responses as bytes. */
public final class Response {

    /** A content type. */
    public static final String HTML = "text/html; charset=utf-8";
    /** A content type. */
    public static final String JSON = "application/json";

    private static final Map<Integer, String> REASONS = Map.ofEntries(
            Map.entry(200, "OK"),
            Map.entry(206, "Partial Content"),
            Map.entry(400, "Bad Request"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(413, "Content Too Large"),
            Map.entry(416, "Range Not Satisfiable"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(431, "Request Header Fields Too Large"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(503, "Service Unavailable"));

    private static final String CLOSE = "Connection: close\r\n";

    private Response() {}

    /** A response with status 200. */
    public static ByteBuffer ok(String type, String body) {
        return whole(200, type, "", body);
    }

    /** A response with this status after which the connection stays open, or is closed. */
    public static ByteBuffer of(int status, String type, String body, boolean keepsAlive) {
        return whole(status, type, keepsAlive ? "" : CLOSE, body);
    }

    /** An error response, whose body is the text of the status line. */
    public static ByteBuffer error(int status) {
        return whole(status, "text/plain", "", text(status) + "\n");
    }

    /** An error response after which the connection is closed. */
    public static ByteBuffer lastError(int status) {
        return whole(status, "text/plain", CLOSE, text(status) + "\n");
    }

    /** The head of a response, and half of its body. */
    public static ByteBuffer half(String type, String body) {
        ByteBuffer whole = ok(type, body);
        return whole.limit(whole.limit() - body.getBytes(UTF_8).length / 2);
    }

    /** The head of a response whose body comes in chunks. */
    public static ByteBuffer chunked(String type) {
        return bytes(head(200, type) + "Transfer-Encoding: chunked\r\n\r\n");
    }

    /** One chunk of such a body. */
    public static ByteBuffer chunk(String part) {
        return bytes(Integer.toHexString(part.getBytes(UTF_8).length) + "\r\n" + part + "\r\n");
    }

    /** The head of a response with these fields, each as {@code Name: value}, and a body of this length. */
    public static ByteBuffer head(int status, List<String> fields, long length) {
        String lines = fields.stream().map(field -> field + "\r\n").collect(Collectors.joining());
        return bytes("HTTP/1.1 " + text(status) + "\r\n" + lines + "Content-Length: " + length + "\r\n\r\n");
    }

    private static ByteBuffer whole(int status, String type, String fields, String body) {
        return bytes(
                head(status, type) + fields + "Content-Length: " + body.getBytes(UTF_8).length + "\r\n\r\n" + body);
    }

    private static String head(int status, String type) {
        return "HTTP/1.1 " + text(status) + "\r\nContent-Type: " + type + "\r\n";
    }

    private static String text(int status) {
        return status + " " + REASONS.getOrDefault(status, "");
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(UTF_8));
    }
}
