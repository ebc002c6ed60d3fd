package downloads;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import downloads.transfer.ChildJvm;
import downloads.transfer.PartSizes;
import interleave.localsite.Content;
import interleave.localsite.LocalSite;
import interleave.localsite.SiteFile;
import interleave.localsite.http.RequestParser.Request;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A program is repeatedly killed with SIGKILL, after the server has sent a random number of bytes, and started again.
 * It never requests a byte that it has already written.
 */
@Timeout(540)
class KilledTest {

    @TempDir
    private Path folder;

    private final List<SiteFile> files = new ArrayList<>();
    private final Collection<Request> requests = new ConcurrentLinkedQueue<>();
    private long served;
    private long killAt = Long.MAX_VALUE;
    private CountDownLatch reached = new CountDownLatch(1);

    /** Counts the bytes that the site sends. Only the thread of the site calls it. */
    private final class CountedContent implements Content {
        private final Content content;

        CountedContent(Content content) {
            this.content = content;
        }

        @Override
        public long length() {
            return content.length();
        }

        @Override
        public void read(long position, ByteBuffer into) {
            count(into.remaining());
            content.read(position, into);
        }
    }

    private synchronized void count(int bytes) {
        served += bytes;
        if (served >= killAt) {
            reached.countDown();
        }
    }

    private synchronized long servedSoFar() {
        return served;
    }

    private synchronized CountDownLatch killAfter(long bytes) {
        reached = new CountDownLatch(1);
        killAt = served + bytes;
        return reached;
    }

    @Test
    void continuesAfterThreeKills() throws Exception {
        killAndResume("VIRTUAL_THREADS", 30, 400_000, 3);
    }

    /** 300 files of 64 kB to 4 MB. */
    @Tag("slow")
    @ParameterizedTest
    @ValueSource(strings = {"VIRTUAL_THREADS", "EVENT_LOOP"})
    void continuesAfterTwentyKills(String version) throws Exception {
        killAndResume(version, 300, 4_000_000, 20);
    }

    private void killAndResume(String version, int count, int largest, int kills) throws Exception {
        var random = new Random(15);
        for (int i = 0; i < count; i++) {
            var content = Content.generated(i, random.nextInt(64_000, largest));
            var digest = SiteFile.of(content, "\"v" + i + "\"");
            files.add(new SiteFile(new CountedContent(content), digest.etag(), digest.fields()));
        }
        try (var site = LocalSite.start(pages -> {
            for (int i = 0; i < count; i++) {
                SiteFile file = files.get(i);
                pages.replies(
                        "/" + i + ".bin",
                        request -> {
                            requests.add(request);
                            return file.reply(request);
                        },
                        ofMillis(1));
            }
        })) {
            List<URI> addresses = IntStream.range(0, count)
                    .mapToObj(i -> site.uri("/" + i + ".bin"))
                    .toList();
            long total =
                    files.stream().mapToLong(file -> file.content().length()).sum();
            for (int kill = 0; kill < kills; kill++) {
                long missing = total - PartSizes.of(folder, addresses).written();
                killOnce(site, version, addresses, 1 + random.nextLong(missing / (kills - kill + 1)));
            }
            finish(version, addresses);
        }
    }

    /** Kills the program after the site has sent some bytes. */
    private void killOnce(LocalSite site, String version, List<URI> addresses, long bytes) throws Exception {
        PartSizes before = PartSizes.of(folder, addresses);
        requests.clear();
        CountDownLatch moment = killAfter(bytes);
        try (var program = start(version, addresses)) {
            moment.await();
            program.kill();
        }
        awaitEndOfRequests(site);
        assertOnlyMissingBytesWereRequested(before);
    }

    /** Sends a request, which the site reads after any request of the killed program that is still unread. */
    private static void awaitEndOfRequests(LocalSite site) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            client.send(HttpRequest.newBuilder(site.uri("/")).build(), BodyHandlers.discarding());
        }
        await().atMost(ofMinutes(1)).until(() -> site.traffic().atOnce() == 0);
    }

    private void finish(String version, List<URI> addresses) throws Exception {
        PartSizes before = PartSizes.of(folder, addresses);
        requests.clear();
        long servedBefore = servedSoFar();
        try (var program = start(version, addresses)) {
            assertThat(program.readAll()).isEqualTo(addresses.size() + " saved");
        }
        assertOnlyMissingBytesWereRequested(before);
        long total = files.stream().mapToLong(file -> file.content().length()).sum();
        assertThat(servedSoFar() - servedBefore)
                .as("bytes sent to the last run")
                .isEqualTo(total - before.written());
        for (int i = 0; i < files.size(); i++) {
            assertThat(Content.of(Files.readAllBytes(folder.resolve(i + ".bin")))
                            .sha256())
                    .as("checksum of file " + i)
                    .isEqualTo(files.get(i).content().sha256());
        }
    }

    private ChildJvm start(String version, List<URI> addresses) throws Exception {
        Path list = folder.resolveSibling(folder.getFileName() + ".txt");
        Files.write(list, addresses.stream().map(URI::toString).toList());
        return ChildJvm.start(KilledProbe.class, version, folder.toString(), list.toString());
    }

    /** Each request starts exactly where the part ended. Complete files are not requested at all. */
    private void assertOnlyMissingBytesWereRequested(PartSizes before) {
        assertThat(requests).allSatisfy(request -> {
            long from = request.field("Range")
                    .map(range -> Long.parseLong(range.replaceAll("\\D", "")))
                    .orElse(0L);
            assertThat(before.complete()).doesNotContain(request.target());
            assertThat(from).as(request.target()).isEqualTo(before.parts().getOrDefault(request.target(), 0L));
        });
        assertThat(requests).extracting(Request::target).doesNotHaveDuplicates();
    }
}
