package webserver;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * A page of a site.
 *
 * @param backEnd how long its back end, such as a database, takes to respond. Each server waits for this time in its
 *     own way
 * @param content computes the answer, after the back end has responded
 */
public record Page(Duration backEnd, Supplier<Answer> content) {

    /** A page that needs no back end. */
    static Page of(Answer answer) {
        return new Page(Duration.ZERO, () -> answer);
    }

    /** The page for a request. If the site throws an exception, its answer is a 500. */
    static Page find(Site site, String method, String path, String body) {
        try {
            return site.page(method, path, body);
        } catch (RuntimeException bug) {
            return new Page(Duration.ZERO, () -> {
                throw bug;
            });
        }
    }

    /** The answer, which is a 500 if the page throws an exception. The server and its other pages are not affected. */
    Answer answer() {
        try {
            return content.get();
        } catch (RuntimeException bug) {
            System.err.println("A page failed: " + bug);
            return Answer.FAILED;
        }
    }
}
