package interleave.course.edits;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A jar that Maven has built. Maven stores the modes of the files, which depend on the umask, so two builds of the same
 * sources can differ.
 */
record ReproducibleJar(Path original) {
    private static final LocalDateTime TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

    /** The jars on the JVM's class path that are in this folder or below it. */
    static List<Path> onTheClassPath(Path home) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> path.startsWith(home) && Files.isRegularFile(path))
                .toList();
    }

    /** Copies the entries into a jar of the same name, without modes and with a fixed time. */
    void copyTo(Path folder) throws IOException {
        Path copy = folder.resolve(original.getFileName());
        try (var in = new ZipInputStream(Files.newInputStream(original));
                var out = new ZipOutputStream(Files.newOutputStream(copy))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var plain = new ZipEntry(entry.getName());
                plain.setTimeLocal(TIME);
                out.putNextEntry(plain);
                in.transferTo(out);
            }
        }
    }
}
