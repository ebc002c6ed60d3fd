package scraper;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import scraper.web.FetchException;
import scraper.web.Web;

/** Fetches as many pages at once as the pool has threads. A page that hangs occupies one of them. */
public final class WithThreadPool implements Scraper {
    private final Web web;
    private final int threads;

    /** Scrapes this web. Each call creates a pool of this many threads. */
    public WithThreadPool(Web web, int threads) {
        this.web = web;
        this.threads = threads;
    }

    @Override
    public List<Result> scrape(List<String> addresses) throws Exception {
        var scrapings = addresses.stream()
                .<Callable<Result>>map(address -> () -> scrape(address))
                .toList();
        var results = new ArrayList<Result>();
        try (var pool = Executors.newFixedThreadPool(threads)) {
            for (var scraped : pool.invokeAll(scrapings)) {
                results.add(scraped.get());
            }
        }
        return results;
    }

    private Result scrape(String address) throws InterruptedException {
        Result result;
        try {
            result = new Result.Fetched(web.fetch(address));
        } catch (FetchException failure) {
            result = new Result.Failed(address, failure);
        }
        IO.println(result);
        return result;
    }

    static void main(String[] args) throws Exception {
        Example.run(args, WithThreadPool::new);
    }
}
