package timeoutsandcancellation;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import interleave.localsite.LocalSite;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.time.Duration;

/**
 * Two pages of a real server. The first never responds. The second sends the headers at once, then a part of the body,
 * and then nothing. The client has a limit of its own, {@code HttpRequest.timeout}, half as long as that of the page.
 */
final class HttpExample {
    private static final Duration LIMIT_OF_CLIENT = ofMillis(500);
    private static final Duration LIMIT_OF_PAGE = ofSeconds(1);
    private static final Duration GRACE = ofSeconds(2);
    private static final Duration PATIENCE = ofSeconds(5);
    private static final Duration POLLING_INTERVAL = ofMillis(1);

    private HttpExample() {}

    static void run(Fetcher fetcher) throws InterruptedException {
        // The site is closed first: the client waits until its requests have ended.
        try (var client = HttpClient.newBuilder().version(Version.HTTP_1_1).build();
                var site = LocalSite.start(pages -> pages.hangs("/silent").neverEnds("/stalls", ofHours(1)))) {
            for (String path : new String[] {"/silent", "/stalls"}) {
                var request = HttpRequest.newBuilder(site.uri(path))
                        .timeout(LIMIT_OF_CLIENT)
                        .build();
                IO.println("GET " + path);
                new Caller(fetcher).fetchUntilInterrupted(new HttpSource(client, request), LIMIT_OF_PAGE, PATIENCE);
                IO.println(hasNoticed(site) ? "The server has noticed" : "The server is still busy with the request");
            }
        }
    }

    /** Whether the server notices within two seconds that its client has disconnected. */
    private static boolean hasNoticed(LocalSite site) throws InterruptedException {
        var end = Deadline.after("server", GRACE);
        while (site.traffic().atOnce() > 0 && !end.left().isZero()) {
            Thread.sleep(POLLING_INTERVAL);
        }
        return site.traffic().atOnce() == 0;
    }
}
