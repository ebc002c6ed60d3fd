package benchmarks.http;

import interleave.localsite.Pages;
import java.time.Duration;

/**
 * The pages of a site in a process of its own, numbered from 1. The process creates them by the name of their class,
 * which needs a constructor without parameters.
 */
public interface SitePages {

    /**
     * Adds a page.
     *
     * @param latency of the answer
     * @param work how long the site's thread computes for each answer
     */
    void add(Pages site, int number, Duration latency, Duration work);

    String path(int number);
}
