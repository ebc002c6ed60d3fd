package downloads.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.localsite.Content;
import interleave.localsite.LocalSite;
import interleave.localsite.SiteFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How downloads handle existing files in the folder, and how concurrent downloads affect each other. */
@Timeout(120)
class DownloadFolderTest {

    @TempDir
    private Path folder;

    /** The file with the bytes that have arrived from an address. */
    static Path part(Path folder, URI address) {
        return folder.resolve(".downloads").resolve(AddressKey.of(address).text() + ".part");
    }

    /** A site whose files suggest these names. */
    private static LocalSite site(List<String> names) {
        return LocalSite.start(pages -> {
            for (int i = 0; i < names.size(); i++) {
                var file = SiteFile.of(Content.of(("file " + i).getBytes(UTF_8)), "\"" + i + "\"");
                pages.file(
                        "/" + i,
                        file.with("Content-Disposition: attachment; filename=\"" + names.get(i) + "\""),
                        Duration.ZERO);
            }
        });
    }

    private List<Path> download(String... names) throws Exception {
        try (var site = site(List.of(names));
                var files = ResumingDownloader.into(folder, ofSeconds(60), received -> {})) {
            var saved = new ArrayList<Path>();
            for (int i = 0; i < names.length; i++) {
                saved.add(files.download(site.uri("/" + i)));
            }
            return saved;
        }
    }

    @Test
    void namesThatDifferInCaseGetDifferentFilesOnEverySystem() throws Exception {
        assertThat(download("photo.jpg", "PHOTO.JPG", "photo.jpg"))
                .extracting(file -> file.getFileName() + ": " + Files.readString(file))
                .containsExactly("photo.jpg: file 0", "PHOTO (2).JPG: file 1", "photo (3).jpg: file 2");
    }

    @Test
    void symbolicLinkIsNotFollowed(@TempDir Path outside) throws Exception {
        Path precious = Files.writeString(outside.resolve("precious.txt"), "precious");
        Files.createSymbolicLink(folder.resolve("photo.jpg"), precious);
        Files.createSymbolicLink(folder.resolve("dangling.jpg"), outside.resolve("missing"));

        assertThat(download("photo.jpg", "dangling.jpg"))
                .extracting(file -> file.getFileName().toString())
                .containsExactly("photo (2).jpg", "dangling (2).jpg");

        assertThat(precious).hasContent("precious");
        assertThat(outside).isDirectoryContaining(file -> file.equals(precious));
        assertThat(outside.resolve("missing")).doesNotExist();
    }

    @Test
    void directoryAndFileOfTheUserAreNotReplaced() throws Exception {
        Files.createDirectory(folder.resolve("photo.jpg"));
        Files.writeString(folder.resolve("notes.txt"), "mine");

        assertThat(download("photo.jpg", "notes.txt"))
                .extracting(file -> file.getFileName().toString())
                .containsExactly("photo (2).jpg", "notes (2).txt");
        assertThat(folder.resolve("notes.txt")).hasContent("mine");
    }

    @Test
    void partThatIsASymbolicLinkIsRefused(@TempDir Path outside) throws Exception {
        Path precious = Files.writeString(outside.resolve("precious.txt"), "precious");
        try (var site = site(List.of("photo.jpg"));
                var files = ResumingDownloader.into(folder, ofSeconds(60), received -> {})) {
            Files.createSymbolicLink(part(folder, site.uri("/0")), precious);

            assertThatThrownBy(() -> files.download(site.uri("/0")))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("cannot write into ");
        }
        assertThat(precious).hasContent("precious");
    }

    @Test
    void hiddenFolderThatIsASymbolicLinkIsRefused(@TempDir Path outside) throws Exception {
        Files.createSymbolicLink(folder.resolve(".downloads"), outside);

        assertThatThrownBy(() -> DownloadFolder.open(folder))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("cannot write into " + folder)
                .hasMessageEndingWith("is in the way");
        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void folderThatCannotBeWrittenIsReportedBeforeTheFirstRequest() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "a file, and no folder");

        assertThatThrownBy(() -> ResumingDownloader.into(file, ofSeconds(60), received -> {}))
                .isInstanceOf(IOException.class)
                .hasMessage("cannot write into " + file + ": " + file + " is in the way");
        assertThatThrownBy(() -> ResumingDownloader.into(file.resolve("folder"), ofSeconds(60), received -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("cannot write into " + file);
    }

    @Test
    void folderIsCreated() throws Exception {
        DownloadFolder.open(folder.resolve("a/b/c")).close();

        assertThat(folder.resolve("a/b/c")).isDirectory();
    }

    @Test
    void secondDownloadOfTheSameAddressIsRefused() throws Exception {
        URI address = URI.create("http://museum/photo.jpg");
        try (var opened = DownloadFolder.open(folder)) {
            try (var first = Transfer.open(opened, address)) {
                assertThat(first.isComplete()).isFalse();
                assertThatThrownBy(() -> Transfer.open(opened, address))
                        .isInstanceOf(IOException.class)
                        .hasMessage("another download of " + address + " is in progress");
                Transfer.open(opened, URI.create("http://museum/other.jpg")).close();
            }
            Transfer.open(opened, address).close();
        }
    }

    /** Another process holds the lock. */
    @Test
    void downloadOfAnotherProgramIsRefused() throws Exception {
        URI address = URI.create("http://museum/photo.jpg");
        try (var other = ChildJvm.start(LockingProbe.class, folder.toString(), address.toString())) {
            assertThat(other.readLine()).isEqualTo("locked");
            try (var opened = DownloadFolder.open(folder)) {
                assertThatThrownBy(() -> Transfer.open(opened, address)).hasMessageContaining("is in progress");

                other.kill();
                Transfer.open(opened, address).close();
            }
        }
    }

    /** Many threads save files of the same name at the same time. */
    @Test
    void concurrentFilesOfOneNameAllSurvive() throws Exception {
        String[] names = IntStream.range(0, 40)
                .mapToObj(i -> i % 2 == 0 ? "photo.jpg" : "Photo.jpg")
                .toArray(String[]::new);
        try (var site = site(List.of(names));
                var files = ResumingDownloader.into(folder, ofSeconds(60), received -> {});
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var downloads = IntStream.range(0, names.length)
                    .<Callable<Path>>mapToObj(i -> () -> files.download(site.uri("/" + i)))
                    .toList();

            var contents = new TreeSet<String>();
            for (var saved : threads.invokeAll(downloads)) {
                contents.add(Files.readString(saved.get()));
            }

            assertThat(contents).hasSize(names.length);
        }
    }
}
