package downloads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.localsite.Content;
import interleave.localsite.LocalSite;
import interleave.localsite.SiteFile;
import interleave.virtualtime.SideBySide;
import interleave.virtualtime.SideBySide.Main;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the versions print, over real sockets and with real files. */
@Timeout(300)
class MainsTest {

    private static final List<Main> RIGHT =
            List.of(Sequential::main, WithThreadPool::main, WithEventLoop::main, WithVirtualThreads::main);

    private static List<String> printedBy(Main main, String... words) throws Exception {
        return SideBySide.printedBy(List.of(main), words).getFirst();
    }

    @Test
    @Tag("slow")
    void rightVersionsSaveAllPhotos() throws Exception {
        for (Main main : RIGHT) {
            var printed = printedBy(main);

            assertThat(printed).hasSize(2);
            assertThat(printed.get(0)).matches("300 of 300 files in [\\d.]+ s, at most [1-6] at once");
            assertThat(printed.get(1)).isEqualTo("0 files are damaged");
        }
    }

    @Test
    void rightVersionsContinueAfterBreak() throws Exception {
        for (Main main : RIGHT) {
            assertThat(printedBy(main, "break"))
                    .containsExactly(
                            "First run: 20 of 30 files saved",
                            "Second run: 30 of 30 files saved",
                            "0 files are damaged");
        }
    }

    @Test
    @Tag("slow")
    void wrongVersionsWorkUntilSomethingBreaks() throws Exception {
        for (Main main : List.<Main>of(WritesInPlace::main, AppendsBlindly::main)) {
            assertThat(printedBy(main)).last().isEqualTo("0 files are damaged");
        }
    }

    /** Ten connections broke. Half of the photos were sent as a whole when the rest was requested. */
    @Test
    void wrongVersionsDamageFilesAfterBreak() throws Exception {
        assertThat(printedBy(WritesInPlace::main, "break"))
                .containsExactly(
                        "First run: 20 of 30 files saved", "Second run: 30 of 30 files saved", "10 files are damaged");
        assertThat(printedBy(AppendsBlindly::main, "break"))
                .containsExactly(
                        "First run: 20 of 30 files saved", "Second run: 30 of 30 files saved", "5 files are damaged");
    }

    @Test
    void hostileNamesAreMadeSafe() throws Exception {
        for (Main main : RIGHT) {
            assertThat(printedBy(main, "names"))
                    .containsExactly(
                            "filename=\"../../.bashrc\" -> Saved _.bashrc",
                            "filename=\"/etc/passwd\" -> Saved passwd",
                            "filename=\"C:\\\\Windows\\\\system.ini\" -> Saved system.ini",
                            "filename*=UTF-8''..%2F..%2Fsecret.txt -> Saved secret.txt",
                            "filename=\"NUL\" -> Saved _NUL",
                            "filename=\"COM1.txt\" -> Saved _COM1.txt",
                            "filename=\"photo.jpg. . \" -> Saved photo.jpg",
                            "filename*=UTF-8''photo%00.jpg.exe -> Saved photo_.jpg.exe",
                            "filename=\"PHOTO.JPG\" -> Saved PHOTO (2).JPG",
                            "filename=\"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx... -> Saved " + "x".repeat(44)
                                    + "...");
        }
    }

    @Test
    void addressesAreDownloadedIntoTheFolderThatIsNamed(@TempDir Path folder) throws Exception {
        var photo = SiteFile.of(Content.generated(15, 50_000), "\"v1\"");
        try (var site = LocalSite.start(pages -> pages.file("/photo.jpg", photo, Duration.ZERO))) {
            String address = site.uri("/photo.jpg").toString();
            String missing = site.uri("/missing").toString();
            for (Main main : RIGHT) {
                Path own = folder.resolve("" + RIGHT.indexOf(main));

                assertThat(printedBy(main, address, missing, address, "--to", own.toString()))
                        .contains("Saved photo.jpg", "1 of 2 files are in " + own);
                assertThat(own.resolve("photo.jpg")).hasSize(50_000);
            }
        }
    }

    @Test
    void wrongVersionsDownloadNoRealAddresses(@TempDir Path folder) throws Exception {
        for (Main main : List.<Main>of(WritesInPlace::main, AppendsBlindly::main)) {
            assertThat(printedBy(main, "http://localhost/../photo.jpg", "--to", folder.toString()))
                    .containsExactly("This version is wrong on purpose, so it downloads no real addresses");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void rejectsUnknownArguments() {
        for (Main main : RIGHT) {
            assertThatThrownBy(() -> main.run("5"))
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Unknown argument '5'. After --, this lesson accepts break, names, or addresses"
                            + " followed by --to and a folder.");
            assertThatThrownBy(() -> main.run("http://localhost/a"))
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Name a folder after the addresses: --to FOLDER");
        }
    }
}
