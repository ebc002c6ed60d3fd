package downloads.transfer;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import downloads.transfer.LackOfProgressTest.Caller;
import interleave.localsite.Content;
import interleave.localsite.LocalSite;
import interleave.localsite.Reply;
import interleave.localsite.SiteFile;
import interleave.localsite.http.RequestParser.Request;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that send something other than the missing part, over real sockets. Each exposed a bug in a real program. */
@Timeout(120)
class OverSocketsTest {

    private static final int LENGTH = 300_000;
    private static final int HALF = LENGTH / 2;
    private static final SiteFile FILM = SiteFile.of(Content.generated(1, LENGTH), "\"v1\"");
    private static final SiteFile NEW_FILM = SiteFile.of(Content.generated(2, LENGTH), "\"v2\"");

    @TempDir
    private Path folder;

    private final ConcurrentLinkedQueue<Request> requests = new ConcurrentLinkedQueue<>();
    private volatile Function<Request, Reply> server = FILM::reply;
    private final LocalSite site = LocalSite.start(pages -> pages.replies(
            "/film.mp4",
            request -> {
                requests.add(request);
                return server.apply(request);
            },
            ZERO));
    private final URI address = site.uri("/film.mp4");

    @AfterEach
    void close() {
        site.close();
    }

    private Path download() throws IOException, InterruptedException {
        return download(ofSeconds(60));
    }

    private Path download(Duration patience) throws IOException, InterruptedException {
        try (var files = ResumingDownloader.into(folder, patience, received -> {})) {
            return files.download(address);
        }
    }

    /** Downloads the first half. */
    private void downloadHalf() {
        server = request -> FILM.reply(request).brokenAt(HALF);
        assertThatThrownBy(this::download).isInstanceOf(IOException.class);
        assertThat(partSize()).isEqualTo(HALF);
        requests.clear();
    }

    private long partSize() {
        return DownloadFolderTest.part(folder, address).toFile().length();
    }

    private static byte[] bytes(SiteFile file) {
        var all = ByteBuffer.allocate((int) file.content().length());
        file.content().read(0, all);
        return all.array();
    }

    private List<String> ranges() {
        return requests.stream()
                .map(request -> request.field("Range").orElse("all"))
                .toList();
    }

    @Test
    void restIsRequestedAndAppended() throws Exception {
        downloadHalf();
        server = FILM::reply;

        assertThat(download()).hasFileName("film.mp4").hasBinaryContent(bytes(FILM));

        assertThat(ranges()).containsExactly("bytes=150000-");
        assertThat(requests.peek().field("If-Range")).hasValue("\"v1\"");
        assertThat(requests.peek().field("Accept-Encoding")).hasValue("identity");
    }

    /** rustup appended the whole file to the half. */
    @Test
    void wholeFileInsteadOfRestReplacesHalf() throws Exception {
        downloadHalf();
        server = request -> FILM.whole();

        assertThat(download()).hasBinaryContent(bytes(FILM));
    }

    @Test
    void contentRangeOfWholeFileMeansNothing() throws Exception {
        downloadHalf();
        server = request -> FILM.whole().with("Content-Range: bytes 150000-299999/300000");

        assertThat(download()).hasBinaryContent(bytes(FILM));
    }

    @Test
    void partThatStartsEarlierOverwrites() throws Exception {
        downloadHalf();
        server = request -> FILM.part(HALF - 50_000, LENGTH);

        assertThat(download()).hasBinaryContent(bytes(FILM));
    }

    @Test
    void partThatStartsLaterIsNotUsed() throws Exception {
        downloadHalf();
        server = request -> request.field("Range").isPresent() ? FILM.part(HALF + 1, LENGTH) : FILM.whole();

        assertThat(download()).hasBinaryContent(bytes(FILM));
        assertThat(ranges()).containsExactly("bytes=150000-", "all");
    }

    /** Each response contains at most 40,000 bytes. */
    @Test
    void shortPartIsNotTakenForTheWhole() throws Exception {
        downloadHalf();
        server = request -> {
            long from = Long.parseLong(request.field("Range").orElseThrow().replaceAll("\\D", ""));
            return FILM.part(from, Math.min(LENGTH, from + 40_000));
        };

        assertThat(download()).hasBinaryContent(bytes(FILM));
        assertThat(ranges()).containsExactly("bytes=150000-", "bytes=190000-", "bytes=230000-", "bytes=270000-");
    }

    @Test
    void changedFileIsDownloadedAsAWhole() throws Exception {
        downloadHalf();
        server = NEW_FILM::reply; // the If-Range does not match

        assertThat(download()).hasBinaryContent(bytes(NEW_FILM));
        assertThat(ranges()).containsExactly("bytes=150000-");
    }

    /** A server that does not know If-Range sends the rest of the new file. */
    @Test
    void restOfChangedFileIsNotAppended() throws Exception {
        downloadHalf();
        server = request -> request.field("Range").isPresent() ? NEW_FILM.part(HALF, LENGTH) : NEW_FILM.whole();

        assertThat(download()).hasBinaryContent(bytes(NEW_FILM));
        assertThat(ranges()).containsExactly("bytes=150000-", "all");
    }

    /** Two versions with the same weak validator may differ. */
    @ParameterizedTest
    @ValueSource(strings = {"W/\"v1\"", ""})
    void withoutStrongValidatorTheWholeFileIsRequested(String etag) throws Exception {
        var weak = SiteFile.of(FILM.content(), etag);
        server = request -> weak.reply(request).brokenAt(HALF);
        assertThatThrownBy(this::download).isInstanceOf(IOException.class);
        server = weak::reply;

        assertThat(download()).hasBinaryContent(bytes(FILM));
        assertThat(ranges()).containsExactly("all", "all");
    }

    /** The length was unknown, so the request asks for the bytes after the last one. */
    @Test
    void rangeAfterTheEndCompletesTheFile() throws Exception {
        downloadHalf();
        server = request -> {
            long from = Long.parseLong(request.field("Range").orElseThrow().replaceAll("\\D", ""));
            return from == LENGTH
                    ? Reply.of(416, List.of("Content-Range: bytes */300000"), FILM.content(), 0, 0)
                    : Reply.of(206, List.of("Content-Range: bytes 150000-299999/*"), FILM.content(), HALF, LENGTH);
        };
        forgetTotal();

        assertThat(download()).hasBinaryContent(bytes(FILM));
        assertThat(ranges()).containsExactly("bytes=150000-", "bytes=300000-");
    }

    private void forgetTotal() throws IOException {
        try (var opened = DownloadFolder.open(folder)) {
            Path state = opened.state(AddressKey.of(address));
            Files.writeString(state, Files.readString(state).replaceAll("total=\\d+", ""));
        }
    }

    @Test
    void completePartNeedsNoRequest() throws Exception {
        downloadHalf();
        Files.write(DownloadFolderTest.part(folder, address), bytes(FILM));

        assertThat(download()).hasBinaryContent(bytes(FILM));
        assertThat(requests).isEmpty();
    }

    @Test
    void wrongChecksumIsReportedAndNextDownloadStartsAgain() throws Exception {
        downloadHalf();
        server = FILM::reply;
        Path part = DownloadFolderTest.part(folder, address);
        byte[] damaged = Files.readAllBytes(part);
        damaged[1_000]++;
        Files.write(part, damaged);

        assertThatThrownBy(this::download)
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("expected the checksum ")
                .hasMessageEndingWith("the next download starts again");
        assertThat(folder.resolve("film.mp4")).doesNotExist();

        assertThat(download()).hasBinaryContent(bytes(FILM));
        assertThat(ranges()).containsExactly("bytes=150000-", "all");
    }

    /** Otherwise, the download would repeat its request forever. */
    @Test
    void serverWhoseResponsesNeverFitIsGivenUp() {
        downloadHalf();
        server = request -> request.field("Range").isPresent()
                ? FILM.part(HALF + 1, LENGTH)
                : FILM.whole().brokenAt(HALF);

        assertThatThrownBy(this::download).isInstanceOf(IOException.class);
        assertThat(requests).hasSize(2);
    }

    @Test
    void fileHasItsNameOnlyWhenItIsComplete() throws Exception {
        downloadHalf();

        assertThat(folder.resolve("film.mp4")).doesNotExist();
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void errorPageIsNotSaved() {
        server = request -> Reply.of(404, List.of(), Content.of(new byte[] {'?'}), 0, 1);

        assertThatThrownBy(this::download).hasMessage("the server responded with status 404");
        assertThat(folder.resolve("film.mp4")).doesNotExist();
    }

    /** HttpRequest.timeout of Java 25 ends when the response headers have arrived. */
    @ParameterizedTest
    @EnumSource
    void stalledBodyIsGivenUpAndConnectionClosed(Caller caller) throws Exception {
        server = request -> FILM.reply(request).stalledAt(HALF);

        try (var files = ResumingDownloader.into(folder, ofMillis(500), received -> {})) {
            assertThatThrownBy(() -> caller.download(files, address)).hasMessageContaining("no bytes for");
            await().atMost(ofSeconds(60)).until(() -> site.traffic().atOnce() == 0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void emptyFileIsSaved(Caller caller) throws Exception {
        server = SiteFile.of(Content.of(new byte[0]), "\"v1\"")::reply;

        try (var files = ResumingDownloader.into(folder, ofSeconds(60), received -> {})) {
            assertThat(caller.download(files, address)).isEmptyFile();
        }
    }

    @Test
    void refusedConnectionAndOtherSchemesAreReported() throws Exception {
        try (var files = ResumingDownloader.into(folder, ofSeconds(60), received -> {})) {
            assertThatThrownBy(() -> files.download(site.refusedUri("/film.mp4")))
                    .isInstanceOf(IOException.class)
                    .hasMessage("cannot connect to the server");
            assertThatThrownBy(() -> files.download(URI.create("ftp://localhost/film.mp4")))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("ftp");
        }
    }
}
