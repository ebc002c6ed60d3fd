package scraper;

import static java.nio.charset.StandardCharsets.UTF_8;

import interleave.localsite.LocalSite;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** The web site of a small town's newspaper, on this machine: four pages, and seven addresses where things go wrong. */
final class Gazette implements AutoCloseable {
    private final LocalSite site;

    private Gazette(LocalSite site) {
        this.site = site;
    }

    /** Opens the site. The slowest of its pages takes {@code slowest}, the others a part of it. */
    static Gazette open(Duration slowest) {
        Duration tenth = slowest.dividedBy(10);
        return new Gazette(LocalSite.start(pages -> pages.html("/", html("index"), tenth.multipliedBy(3))
                .html("/news", html("news"), tenth.multipliedBy(5))
                .html("/gallery", html("gallery"), tenth.multipliedBy(7))
                .html("/archive", html("archive"), slowest)
                .status("/missing", 404, tenth)
                .status("/broken", 500, tenth.multipliedBy(3))
                .resets("/reset", Duration.ZERO)
                .neverEnds("/endless", Duration.ZERO)
                .neverEnds("/dripping", Duration.ofMillis(100))
                .hangs("/hanging")));
    }

    /** The four pages. */
    List<String> pages() {
        return List.of(at("/"), at("/news"), at("/gallery"), at("/archive"));
    }

    /** Pages that are not there, one way or another, but say so at once. */
    List<String> troubles() {
        return List.of(
                at("/missing"), at("/broken"), site.refusedUri("/refused").toString(), at("/reset"), at("/endless"));
    }

    /** What is given up after a time only: no answer at all, and one that goes on and on, a drop at a time. */
    List<String> trialsOfPatience() {
        return List.of(at("/hanging"), at("/dripping"));
    }

    private String at(String path) {
        return site.uri(path).toString();
    }

    LocalSite site() {
        return site;
    }

    private static String html(String name) {
        try (InputStream page = Gazette.class.getResourceAsStream("gazette/" + name + ".html")) {
            return new String(Objects.requireNonNull(page, name).readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    @Override
    public void close() {
        site.close();
    }
}
