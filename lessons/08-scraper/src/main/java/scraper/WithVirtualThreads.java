package scraper;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import scraper.web.FetchException;
import scraper.web.Web;

/** Fetches each page on its own virtual thread. A semaphore limits how many are fetched at once. */
public final class WithVirtualThreads implements Scraper {
    private final Web web;
    private final Semaphore permits;

    /** Scrapes this web. All calls together fetch at most {@code atOnce} pages at once. */
    public WithVirtualThreads(Web web, int atOnce) {
        this.web = web;
        this.permits = new Semaphore(atOnce);
    }

    @Override
    public List<Result> scrape(List<String> addresses) throws Exception {
        var scrapings = addresses.stream()
                .<Callable<Result>>map(address -> () -> scrape(address))
                .toList();
        var results = new ArrayList<Result>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var scraped : executor.invokeAll(scrapings)) {
                results.add(scraped.get());
            }
        }
        return results;
    }

    private Result scrape(String address) throws InterruptedException {
        Result result;
        permits.acquire();
        try {
            result = new Result.Fetched(web.fetch(address));
        } catch (FetchException failure) {
            result = new Result.Failed(address, failure);
        } finally {
            permits.release();
        }
        IO.println(result);
        return result;
    }

    static void main(String[] args) throws Exception {
        Example.run(args, WithVirtualThreads::new);
    }
}
