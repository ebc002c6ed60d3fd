package scraper.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import interleave.localsite.LocalSite;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** The local web site of a small town's newspaper: four pages, and seven addresses that fail in different ways. */
public record Gazette(LocalSite site) implements AutoCloseable {

    /** Starts the site. Its slowest page takes {@code slowest}, and the others a fraction of that. */
    public static Gazette open(Duration slowest) {
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

    /** The addresses of the four pages. */
    public List<String> pages() {
        return List.of(at("/"), at("/news"), at("/gallery"), at("/archive"));
    }

    /** Five addresses that fail without a long wait. */
    public List<String> failures() {
        return List.of(
                at("/missing"), at("/broken"), site.refusedUri("/refused").toString(), at("/reset"), at("/endless"));
    }

    /** Two addresses that only a timeout ends: one never responds, the other sends its response without end. */
    public List<String> hanging() {
        return List.of(at("/hanging"), at("/dripping"));
    }

    private String at(String path) {
        return site.uri(path).toString();
    }

    private static String html(String name) {
        try (InputStream page = Gazette.class.getResourceAsStream("/scraper/gazette/" + name + ".html")) {
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
