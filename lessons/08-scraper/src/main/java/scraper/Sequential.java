package scraper;

import java.util.ArrayList;
import java.util.List;
import scraper.web.FetchException;
import scraper.web.Web;

/** Fetches one page after the other. A page that hangs delays all pages after it. */
public final class Sequential implements Scraper {
    private final Web web;

    /** Scrapes this web. */
    public Sequential(Web web) {
        this.web = web;
    }

    @Override
    public List<Result> scrape(List<String> addresses) throws InterruptedException {
        var results = new ArrayList<Result>();
        for (String address : addresses) {
            results.add(scrape(address));
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
        Example.run(args, (web, atOnce) -> new Sequential(web));
    }
}
