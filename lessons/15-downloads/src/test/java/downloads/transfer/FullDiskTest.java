package downloads.transfer;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import interleave.localsite.Content;
import interleave.localsite.LocalSite;
import interleave.localsite.SiteFile;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The disk is full. The bytes that were written are kept, and the download continues when there is space again. */
@Timeout(120)
class FullDiskTest {

    private static final int LIMIT_IN_KILOBYTES = 100;

    @TempDir
    private Path folder;

    @Test
    void failedWriteIsReportedAndContinuedLater() throws Exception {
        assumeThat(System.getProperty("os.name")).doesNotStartWith("Windows");
        var film = SiteFile.of(Content.generated(15, 300_000), "\"v1\"");
        try (var site = LocalSite.start(pages -> pages.file("/film.mp4", film, ZERO))) {
            var address = site.uri("/film.mp4");
            try (var limited = ChildJvm.startWithFileLimit(
                    LIMIT_IN_KILOBYTES, DownloadingProbe.class, folder.toString(), address.toString())) {
                assertThat(limited.readAll())
                        .isEqualTo("Failed: cannot write into " + folder.toRealPath() + ": File too large");
            }
            assertThat(DownloadFolderTest.part(folder, address)).hasSize(LIMIT_IN_KILOBYTES * 1024L);
            assertThat(folder.resolve("film.mp4")).doesNotExist();

            var received = new AtomicLong();
            try (var files = ResumingDownloader.into(folder, ofSeconds(60), received::addAndGet)) {
                assertThat(files.download(address)).hasSize(300_000);
            }
            assertThat(received).hasValue(300_000 - LIMIT_IN_KILOBYTES * 1024L);
        }
    }
}
