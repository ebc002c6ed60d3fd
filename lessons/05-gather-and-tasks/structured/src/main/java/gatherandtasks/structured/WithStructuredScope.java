package gatherandtasks.structured;

import gatherandtasks.Example;
import gatherandtasks.Fetcher;
import gatherandtasks.Source;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Joiner;
import java.util.concurrent.StructuredTaskScope.Subtask;

/**
 * Uses one virtual thread per fetch, all in one scope: the first exception cancels the other fetches, and the scope
 * closes only when all its threads have ended. A preview API of Java 25.
 */
public final class WithStructuredScope implements Fetcher {

    @Override
    public List<String> fetchAll(List<Source> sources) throws InterruptedException {
        try (var scope = StructuredTaskScope.open(Joiner.<String>allSuccessfulOrThrow())) {
            for (Source source : sources) {
                scope.fork(source::fetch);
            }
            return scope.join().map(Subtask::get).toList();
        }
    }

    @Override
    public List<String> fetchDuringOtherWork(Source first, Source second, Duration otherWork)
            throws InterruptedException {
        try (var scope = StructuredTaskScope.open()) {
            var firstFetched = scope.fork(first::fetch);
            var secondFetched = scope.fork(second::fetch);
            Fetcher.doOtherWork(otherWork);
            scope.join();
            return List.of(firstFetched.get(), secondFetched.get());
        }
    }

    static void main(String[] args) throws Exception {
        Example.named(args).run(new WithStructuredScope());
    }
}
