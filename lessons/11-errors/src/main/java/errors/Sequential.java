package errors;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Fetches one address after the other. After an exception, the next fetch is not started. */
public final class Sequential implements Fetcher {

    private final Web web;

    /** Fetches from this web. */
    public Sequential(Web web) {
        this.web = web;
    }

    @Override
    public List<Result> collectAll(List<URI> addresses) throws InterruptedException {
        var results = new ArrayList<Result>();
        for (URI address : addresses) {
            results.add(SafeFetch.fetch(web, address));
        }
        return results;
    }

    @Override
    public List<String> failFast(List<URI> addresses) throws Exception {
        var bodies = new ArrayList<String>();
        for (URI address : addresses) {
            bodies.add(web.get(address));
        }
        return bodies;
    }

    static void main(String[] args) throws Exception {
        Example.named(args).run(Sequential::new);
    }
}
