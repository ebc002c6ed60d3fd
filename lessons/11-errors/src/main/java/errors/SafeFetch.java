package errors;

import errors.Result.Fetched;
import errors.Result.Missing;
import java.net.URI;

/** A fetch whose failure is a result. */
public final class SafeFetch {
    private SafeFetch() {}

    /**
     * Fetches one address, and prints the result.
     *
     * @throws InterruptedException when the thread is interrupted: the caller has given up, and no page has failed
     */
    public static Result fetch(Web web, URI address) throws InterruptedException {
        Result result;
        try {
            result = new Fetched(address, web.get(address));
        } catch (InterruptedException stopped) {
            throw stopped;
        } catch (Exception failure) {
            result = new Missing(address, failure);
        }
        IO.println(result);
        return result;
    }
}
