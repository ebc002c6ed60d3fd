package fetch;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;

/** A user, as the server sends it. */
public record User(int id, String name) {

    /**
     * Parses a response of the server.
     *
     * @throws UncheckedIOException if the status of the response is not 200, or its body is not a user
     */
    public static User of(HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            throw new UncheckedIOException(new IOException(response.uri() + " answered " + response.statusCode()));
        }
        return parse(response.body());
    }

    /**
     * Parses a user from JSON.
     *
     * @throws UncheckedIOException if the text is not a user
     */
    public static User parse(String json) {
        try {
            return JSON.std.beanFrom(User.class, json);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }
}
