package benchmarks.scraper;

import benchmarks.http.SitePages;
import interleave.localsite.Pages;
import java.time.Duration;

/** An article of a newspaper on each page. */
public final class ArticlePages implements SitePages {

    @Override
    public void add(Pages site, int number, Duration latency, Duration work) {
        site.html(path(number), new Article(number).html(), latency);
    }

    @Override
    public String path(int number) {
        return "/articles/" + number;
    }
}
