package interleave.practice.compiling;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;

/**
 * The classes of an exercise's check and solution, for an edition of the course that has no sources of them.
 *
 * @param file may not exist
 */
public record ExerciseJar(Path file) {
    private static final String CLASS = ".class";
    /** A jar of the same classes has the same bytes. */
    private static final LocalDateTime TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

    /** The bytecode by class name. */
    public Map<String, byte[]> read() throws IOException {
        var classes = new LinkedHashMap<String, byte[]>();
        try (var jar = new JarInputStream(Files.newInputStream(file))) {
            for (JarEntry entry = jar.getNextJarEntry(); entry != null; entry = jar.getNextJarEntry()) {
                String path = entry.getName();
                classes.put(path.substring(0, path.length() - CLASS.length()).replace('/', '.'), jar.readAllBytes());
            }
        }
        return classes;
    }

    /** Writes the file, and creates its folder. */
    public void write(Map<String, byte[]> classes) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (var jar = new JarOutputStream(Files.newOutputStream(file))) {
            for (var each : new TreeMap<>(classes).entrySet()) {
                var entry = new JarEntry(each.getKey().replace('.', '/') + CLASS);
                entry.setTimeLocal(TIME);
                jar.putNextEntry(entry);
                jar.write(each.getValue());
            }
        }
    }
}
