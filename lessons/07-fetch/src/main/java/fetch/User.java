package fetch;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;

/** What the server knows of a user. */
public record User(int id, String name) {

    /**
     * The user that an answer of the server holds.
     *
     * @throws UncheckedIOException when the answer is an error, or no user
     */
    public static User of(HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            throw new UncheckedIOException(new IOException(response.uri() + " answered " + response.statusCode()));
        }
        return parse(response.body());
    }

    /**
     * The user that a text holds.
     *
     * @throws UncheckedIOException when it holds none
     */
    public static User parse(String json) {
        try {
            return JSON.std.beanFrom(User.class, json);
        } catch (IOException noUser) {
            throw new UncheckedIOException(noUser);
        }
    }
}
