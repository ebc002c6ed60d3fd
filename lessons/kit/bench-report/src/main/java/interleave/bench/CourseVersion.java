package interleave.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

/**
 * The version of the course that was measured.
 *
 * @param release of the course
 * @param benchmarks a fingerprint of the benchmarks' sources; results with different ones must not be compared
 * @param lessons a fingerprint of the lessons' sources, which students may have changed
 */
public record CourseVersion(String release, String benchmarks, String lessons) {

    /** The version of the course in this folder. */
    public static CourseVersion at(Path home, String release) {
        return new CourseVersion(
                release, fingerprint(home.resolve("benchmarks")), fingerprint(home.resolve("lessons")));
    }

    /** A fingerprint of the main sources. It ignores carriage returns, because Git adds them on Windows. */
    private static String fingerprint(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            var digest = MessageDigest.getInstance("SHA-256");
            for (Path file : files.filter(path -> isMainSource(folder.relativize(path)))
                    .sorted()
                    .toList()) {
                digest.update(
                        folder.relativize(file).toString().replace('\\', '/').getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readString(file).replace("\r", "").getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }

    private static boolean isMainSource(Path path) {
        String name = path.toString().replace('\\', '/');
        return name.matches("(.*/)?src/main/.*\\.(java|kt)|python/.*\\.py") && !name.startsWith("kit/");
    }
}
