package errors.structured;

import errors.Example;
import errors.Failures;
import errors.Fetcher;
import errors.Result;
import errors.SafeFetch;
import errors.Web;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.FailedException;
import java.util.concurrent.StructuredTaskScope.Joiner;
import java.util.concurrent.StructuredTaskScope.Subtask;

/** Fetches on virtual threads of a scope, which fails fast by itself. A preview API of Java 25. */
public final class WithStructuredScope implements Fetcher {

    private final Web web;

    /** Fetches from this web. */
    public WithStructuredScope(Web web) {
        this.web = web;
    }

    @Override
    public List<Result> collectAll(List<URI> addresses) throws InterruptedException {
        try (var scope = StructuredTaskScope.open(Joiner.<Result>allSuccessfulOrThrow())) {
            for (URI address : addresses) {
                scope.fork(() -> SafeFetch.fetch(web, address));
            }
            return scope.join().map(Subtask::get).toList();
        }
    }

    @Override
    public List<String> failFast(List<URI> addresses) throws Exception {
        var failures = new ConcurrentLinkedQueue<Exception>();
        try (var scope = StructuredTaskScope.open(Joiner.<String>allSuccessfulOrThrow())) {
            for (URI address : addresses) {
                scope.fork(() -> get(address, failures));
            }
            return scope.join().map(Subtask::get).toList();
        } catch (FailedException failed) {
            throw Failures.withSuppressed(failed.getCause(), failures);
        }
    }

    /** The scope keeps its first exception only. */
    private String get(URI address, Collection<Exception> failures) throws Exception {
        try {
            return web.get(address);
        } catch (Exception failure) {
            failures.add(failure);
            throw failure;
        }
    }

    static void main(String[] args) throws Exception {
        Example.named(args).run(WithStructuredScope::new);
    }
}
