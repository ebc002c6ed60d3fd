package interleave.localsite;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Map;

/** Encodes HTTP/1.1 responses as bytes. */
final class Response {

    static final String HTML = "text/html; charset=utf-8";
    static final String JSON = "application/json";

    private static final Map<Integer, String> REASONS = Map.ofEntries(
            Map.entry(200, "OK"),
            Map.entry(400, "Bad Request"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(413, "Content Too Large"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(431, "Request Header Fields Too Large"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(503, "Service Unavailable"));

    private Response() {}

    static ByteBuffer ok(String type, String body) {
        return whole(200, type, "", body);
    }

    static ByteBuffer error(int status) {
        return whole(status, "text/plain", "", text(status) + "\n");
    }

    /** An error response after which the connection is closed. */
    static ByteBuffer lastError(int status) {
        return whole(status, "text/plain", "Connection: close\r\n", text(status) + "\n");
    }

    /** The head of a response, and half of its body. */
    static ByteBuffer half(String type, String body) {
        ByteBuffer whole = ok(type, body);
        return whole.limit(whole.limit() - body.getBytes(UTF_8).length / 2);
    }

    /** The head of a response whose body comes in chunks. */
    static ByteBuffer chunked(String type) {
        return bytes(head(200, type) + "Transfer-Encoding: chunked\r\n\r\n");
    }

    static ByteBuffer chunk(String part) {
        return bytes(Integer.toHexString(part.getBytes(UTF_8).length) + "\r\n" + part + "\r\n");
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
