package downloads.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartStateTest {

    @TempDir
    private Path folder;

    @Test
    void storedStateIsLoaded() throws Exception {
        var state =
                new PartState(Optional.of("\"v1\""), OptionalLong.of(5), Optional.empty(), "a.jpg", Optional.empty());

        state.store(folder.resolve("state"));

        assertThat(PartState.load(folder.resolve("state"))).hasValue(state);
    }

    @Test
    void damagedStateIsNoState() throws Exception {
        byte[][] damaged = {{(byte) 0xff, 'x'}, "total=five".getBytes(UTF_8), "checksum=xyz".getBytes(UTF_8)};
        for (byte[] content : damaged) {
            Path file = Files.write(folder.resolve("state"), content);

            assertThat(PartState.load(file)).isEmpty();
        }
    }
}
