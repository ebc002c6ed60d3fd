package gatherandtasks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Fetches one source after the other, and stops at the first exception. */
public final class Sequential implements Fetcher {

    @Override
    public List<String> fetchAll(List<Source> sources) throws InterruptedException {
        var results = new ArrayList<String>();
        for (Source source : sources) {
            results.add(source.fetch());
        }
        return results;
    }

    @Override
    public List<String> fetchDuringOtherWork(Source first, Source second, Duration otherWork)
            throws InterruptedException {
        Fetcher.doOtherWork(otherWork);
        return List.of(first.fetch(), second.fetch());
    }

    static void main(String[] args) throws Exception {
        Example.named(args).run(new Sequential());
    }
}
