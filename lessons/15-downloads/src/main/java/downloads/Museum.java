package downloads;

import interleave.localsite.Content;
import interleave.localsite.LocalSite;
import interleave.localsite.Pages;
import interleave.localsite.SiteFile;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** A museum that publishes its photos on a local site. It accepts six requests at a time. */
final class Museum implements AutoCloseable {

    /** The number of requests that it accepts at a time. */
    static final int AT_ONCE = 6;

    private static final Duration LATENCY = Duration.ofMillis(20);
    private static final int SMALLEST = 4_000;
    private static final int LARGEST = 130_000;

    private final List<SiteFile> photos;
    private final LocalSite site;

    private Museum(int count, boolean breaks) {
        photos = IntStream.range(0, count).mapToObj(Museum::photo).toList();
        site = LocalSite.start(pages -> {
            pages.atMost(AT_ONCE);
            for (int i = 0; i < count; i++) {
                if (breaks && i % 3 == 0) {
                    addBreaking(pages, i);
                } else {
                    pages.file(path(i), photos.get(i), LATENCY);
                }
            }
        });
    }

    /** Creates a museum whose photos all arrive. */
    static Museum open(int count) {
        return new Museum(count, false);
    }

    /** The first connection for every third photo breaks. When the rest is requested, half of them are sent whole. */
    static Museum withBreaks(int count) {
        return new Museum(count, true);
    }

    private static SiteFile photo(int index) {
        int size = SMALLEST + Math.floorMod(index * 7_919, LARGEST - SMALLEST);
        return SiteFile.of(Content.generated(index, size), "\"photo-" + index + "\"");
    }

    private void addBreaking(Pages pages, int index) {
        var photo = photos.get(index);
        long half = photo.content().length() / 2;
        var requests = new int[1]; // used only by the thread of the site
        pages.replies(
                path(index),
                request -> {
                    requests[0]++;
                    var reply = index % 2 == 0 ? photo.reply(request) : photo.whole();
                    return requests[0] == 1 ? reply.brokenAt(half) : reply;
                },
                LATENCY);
    }

    private static String path(int index) {
        return String.format(Locale.ROOT, "/photo-%03d.jpg", index + 1);
    }

    List<URI> addresses() {
        return IntStream.range(0, photos.size())
                .mapToObj(index -> site.uri(path(index)))
                .toList();
    }

    /** The largest number of requests at the same time. */
    int peak() {
        return site.traffic().peak();
    }

    /** The number of files in the folder that differ from the photo of the same name. */
    int damaged(Path folder) throws IOException {
        int damaged = 0;
        for (int i = 0; i < photos.size(); i++) {
            Path file = folder.resolve(path(i).substring(1));
            if (Files.exists(file) && !isEqual(photos.get(i).content(), Files.readAllBytes(file))) {
                damaged++;
            }
        }
        return damaged;
    }

    private static boolean isEqual(Content photo, byte[] bytes) {
        if (bytes.length != photo.length()) {
            return false;
        }
        var expected = ByteBuffer.allocate(bytes.length);
        photo.read(0, expected);
        return Arrays.equals(expected.array(), bytes);
    }

    @Override
    public void close() {
        site.close();
    }
}
