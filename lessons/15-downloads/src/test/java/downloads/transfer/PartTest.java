package downloads.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program is killed while the part becomes a complete file: its name is stored, the file is linked, the part goes.
 */
class PartTest {

    private static final URI ADDRESS = URI.create("http://museum/photo.jpg");
    private static final PartState STATE =
            new PartState(Optional.of("\"v1\""), OptionalLong.of(5), Optional.empty(), "photo.jpg", Optional.empty());

    @TempDir
    private Path path;

    private DownloadFolder folder;

    @BeforeEach
    void writeWholePart() throws Exception {
        folder = DownloadFolder.open(path);
        try (var part = Part.open(folder, ADDRESS)) {
            part.remember(STATE);
            part.write(List.of(ByteBuffer.wrap(new byte[5])));
        }
    }

    private void rememberName() throws Exception {
        STATE.withSavedAs("photo.jpg", 5).store(folder.state(AddressKey.of(ADDRESS)));
    }

    private Path partFile() {
        return DownloadFolderTest.part(path, ADDRESS);
    }

    @Test
    void killedBeforeTheFileIsLinked() throws Exception {
        rememberName();
        try (var part = Part.open(folder, ADDRESS)) {
            assertThat(part.savedFile()).isEmpty();
            assertThat(part.position()).isEqualTo(5);
            assertThat(part.save()).hasFileName("photo.jpg").hasSize(5);
        }
    }

    /** The user has a file of the chosen name and the same length. */
    @Test
    void killedBeforeTheFileIsLinkedUnderATakenName() throws Exception {
        rememberName();
        Files.writeString(path.resolve("photo.jpg"), "mine!");
        try (var part = Part.open(folder, ADDRESS)) {
            assertThat(part.savedFile()).isEmpty();
            assertThat(part.save()).hasFileName("photo (2).jpg");
        }
        assertThat(path.resolve("photo.jpg")).hasContent("mine!");
    }

    @Test
    void killedBeforeThePartIsDeleted() throws Exception {
        rememberName();
        Files.createLink(path.resolve("photo.jpg"), partFile());
        try (var part = Part.open(folder, ADDRESS)) {
            assertThat(part.savedFile())
                    .hasValueSatisfying(saved -> assertThat(saved).hasFileName("photo.jpg"));
        }
        assertThat(partFile()).doesNotExist();
    }
}
