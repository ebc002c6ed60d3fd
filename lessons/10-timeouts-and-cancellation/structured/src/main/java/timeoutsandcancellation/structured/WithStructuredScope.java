package timeoutsandcancellation.structured;

import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Joiner;
import timeoutsandcancellation.Deadline;
import timeoutsandcancellation.Example;
import timeoutsandcancellation.Fetcher;
import timeoutsandcancellation.Source;

/**
 * A scope with a timeout: at the deadline it interrupts its threads, and it closes only when they have ended. A preview
 * API of Java 25.
 */
public final class WithStructuredScope implements Fetcher {

    @Override
    public String fetch(Source source, Deadline deadline) throws Exception {
        try (var scope = StructuredTaskScope.open(
                Joiner.<String>awaitAllSuccessfulOrThrow(), scopes -> scopes.withTimeout(deadline.left()))) {
            var fetched = scope.fork(source::fetch);
            scope.join();
            return fetched.get();
        } catch (StructuredTaskScope.TimeoutException late) {
            throw deadline.exceeded();
        }
    }

    static void main(String[] args) throws Exception {
        Example.named(args).run(new WithStructuredScope());
    }
}
