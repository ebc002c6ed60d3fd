package errors.structured;

import errors.PageException;
import errors.Seen;
import java.util.List;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Joiner;

/** A subtask of a scope throws a {@link PageException}. Which exception arrives where? */
final class ScopeExceptions {
    private ScopeExceptions() {}

    static List<Seen> all() {
        return List.of(
                Seen.by("scope, join", ScopeExceptions::join),
                Seen.by("scope with awaitAll, exception", ScopeExceptions::exception),
                Seen.by("scope without join, close", ScopeExceptions::forget));
    }

    private static String join() throws InterruptedException {
        try (var scope = StructuredTaskScope.open(Joiner.<String>allSuccessfulOrThrow())) {
            scope.fork(PageException::page);
            scope.join();
            return "not reached";
        }
    }

    private static String exception() throws Exception {
        try (var scope = StructuredTaskScope.open(Joiner.<String>awaitAll())) {
            var subtask = scope.fork(PageException::page);
            scope.join();
            throw (Exception) subtask.exception();
        }
    }

    private static String forget() {
        try (var scope = StructuredTaskScope.open(Joiner.<String>allSuccessfulOrThrow())) {
            scope.fork(PageException::page);
            return "close throws";
        }
    }

    static void main() {
        all().forEach(IO::println);
    }
}
