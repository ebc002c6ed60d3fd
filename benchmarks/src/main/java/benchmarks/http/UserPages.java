package benchmarks.http;

import interleave.localsite.Pages;
import java.time.Duration;

/** A user in JSON on each page, as in lesson 07. */
public final class UserPages implements SitePages {

    @Override
    public void add(Pages site, int number, Duration latency, Duration work) {
        String body = "{\"id\": " + number + ", \"name\": \"" + nameOf(number) + "\"}";
        if (work.isZero()) {
            site.json(path(number), body, latency);
        } else {
            site.json(path(number), () -> afterWork(work, body), latency);
        }
    }

    @Override
    public String path(int number) {
        return "/users/" + number;
    }

    public static String nameOf(int number) {
        return "User " + number;
    }

    private static String afterWork(Duration work, String body) {
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < work.toNanos()) {
            Thread.onSpinWait(); // the point is to keep the processor busy
        }
        return body;
    }
}
