package eventloop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each floor of lesson 03 can be read in one go. */
class FloorsTest {

    @ParameterizedTest
    @CsvSource({"InMiniature, 60", "MiniLoop, 200", "MiniNet, 120"})
    void floorIsShort(String name, int limit) throws IOException {
        assertThat(Files.readAllLines(Path.of("src/main/java/eventloop", name + ".java")))
                .hasSizeLessThanOrEqualTo(limit);
    }
}
