package downloads.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever name a server sends, the result names a file directly in the folder. */
class SafeNameTest {

    static Stream<Arguments> names() {
        return Stream.of(
                Arguments.of("photo.jpg", "photo.jpg"),
                Arguments.of("a photo (1).jpg", "a photo (1).jpg"),
                Arguments.of("caf\u00e9.jpg", "caf\u00e9.jpg"),
                Arguments.of("../../etc/passwd", "passwd"),
                Arguments.of("/etc/passwd", "passwd"),
                Arguments.of("..", "download"),
                Arguments.of(".", "download"),
                Arguments.of("", "download"),
                Arguments.of("photos/", "download"),
                Arguments.of("..\\..\\windows\\system.ini", "system.ini"),
                Arguments.of("C:\\system.ini", "system.ini"),
                Arguments.of("C:system.ini", "C_system.ini"),
                Arguments.of("\\\\server\\share\\x", "x"),
                Arguments.of("file.txt:stream", "file.txt_stream"),
                Arguments.of("NUL", "_NUL"),
                Arguments.of("nul.txt", "_nul.txt"),
                Arguments.of("CON.tar.gz", "_CON.tar.gz"),
                Arguments.of("AUX ", "_AUX"),
                Arguments.of("AUX .txt", "_AUX.txt"),
                Arguments.of("COM1", "_COM1"),
                Arguments.of("com9.log", "_com9.log"),
                Arguments.of("COM\u00b9", "_COM\u00b9"),
                Arguments.of("LPT\u00b3.txt", "_LPT\u00b3.txt"),
                Arguments.of("CONIN$", "_CONIN$"),
                Arguments.of("COM10", "COM10"),
                Arguments.of("console.txt", "console.txt"),
                Arguments.of("photo.jpg.", "photo.jpg"),
                Arguments.of("photo.jpg . .", "photo.jpg"),
                Arguments.of("  photo.jpg", "photo.jpg"),
                Arguments.of("photo\0.jpg", "photo_.jpg"),
                Arguments.of("photo\n.jpg", "photo_.jpg"),
                Arguments.of("\033[31mred", "_[31mred"),
                Arguments.of("photo\u202egpj.exe", "photo_gpj.exe"),
                Arguments.of("what?*.txt", "what__.txt"),
                Arguments.of("\ud800.txt", "_.txt"),
                Arguments.of(".bashrc", "_.bashrc"),
                Arguments.of(".downloads", "_.downloads"),
                Arguments.of("-rf", "_-rf"),
                Arguments.of("~", "_~"),
                Arguments.of("x".repeat(300), "x".repeat(240)),
                Arguments.of("x".repeat(300) + ".jpg", "x".repeat(236) + ".jpg"),
                Arguments.of("\ud83d\ude80".repeat(100) + ".jpg", "\ud83d\ude80".repeat(59) + ".jpg"),
                Arguments.of("x." + "y".repeat(300), "x." + "y".repeat(238)));
    }

    @ParameterizedTest
    @MethodSource("names")
    void nameIsMadeSafe(String suggested, String expected) {
        assertThat(SafeName.of(suggested)).isEqualTo(expected);
    }

    /** Tests 50,000 names that consist of dangerous parts. */
    @Test
    void noNameLeadsOutOfTheFolder() {
        String[] parts = {
            "..", "/", "\\", ".", " ", "\0", "C:", "NUL", "a", "\u00b9", "COM", "%2e", "\u202e", "\ud83d", "~"
        };
        Path folder = Path.of("/folder");
        var random = new Random(15);
        for (int i = 0; i < 50_000; i++) {
            String hostile = random.ints(random.nextInt(8), 0, parts.length)
                    .mapToObj(index -> parts[index])
                    .collect(Collectors.joining());

            String name = SafeName.of(hostile);

            assertThat(folder.resolve(name).normalize()).hasParentRaw(folder);
            assertThat(name).doesNotEndWith(".").doesNotEndWith(" ").doesNotStartWith(".");
            assertThat(name.getBytes(UTF_8).length).isBetween(1, 240);
            assertThat(SafeName.of(name)).as("making a safe name safe again").isEqualTo(name);
        }
    }

    @Test
    void numberIsBeforeTheExtension() {
        assertThat(SafeName.numbered("report.pdf", 1)).isEqualTo("report.pdf");
        assertThat(SafeName.numbered("report.pdf", 2)).isEqualTo("report (2).pdf");
        assertThat(SafeName.numbered("report", 12)).isEqualTo("report (12)");
    }

    @Test
    void namesThatDifferInCaseOrCompositionAreComparable() {
        assertThat(SafeName.comparable("PHOTO.JPG")).isEqualTo(SafeName.comparable("photo.jpg"));
        assertThat(SafeName.comparable("caf\u00e9")).isEqualTo(SafeName.comparable("cafe\u0301"));
        assertThat(SafeName.comparable("a.jpg")).isNotEqualTo(SafeName.comparable("b.jpg"));
    }
}
