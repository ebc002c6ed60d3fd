package interleave.course.edits;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * The sources and the resources of a course's programs, with their checksums. The list is written with one line per
 * file: its checksum, a space, and its path.
 *
 * @param checksums CRC-32 by path, such as {@code lessons/01-greet/src/main/java/greet/Greeter.java}
 */
record SourceList(Map<String, String> checksums) {
    private static final String SOURCES = "/src/main/";
    private static final String KIT = "lessons/kit/";

    /** The current sources of all modules that a bundle contains. */
    static SourceList of(Path home) throws IOException {
        var checksums = new TreeMap<String, String>();
        for (String part : Set.of("lessons", "benchmarks")) {
            try (Stream<Path> files = Files.walk(home.resolve(part))) {
                for (Path file : (Iterable<Path>) files::iterator) {
                    String path = home.relativize(file).toString().replace('\\', '/');
                    if (path.contains(SOURCES) && !path.startsWith(KIT) && Files.isRegularFile(file)) {
                        checksums.put(path, checksum(file));
                    }
                }
            }
        }
        return new SourceList(checksums);
    }

    private static String checksum(Path file) throws IOException {
        var crc = new CRC32();
        crc.update(Files.readAllBytes(file));
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }

    /** Reads a list from a file; returns an empty list if the file does not exist. */
    static SourceList read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return new SourceList(Map.of());
        }
        try (Stream<String> lines = Files.lines(file)) {
            return new SourceList(lines.map(line -> line.split(" ", 2))
                    .collect(
                            Collectors.toMap(parts -> parts[1], parts -> parts[0], (one, other) -> one, TreeMap::new)));
        }
    }

    void write(Path file) throws IOException {
        Files.writeString(
                file,
                checksums.entrySet().stream()
                        .map(each -> each.getValue() + " " + each.getKey() + "\n")
                        .collect(Collectors.joining()));
    }

    /** The modules in which a file was changed, added or deleted, such as {@code lessons/01-greet}. */
    Set<String> modulesThatDifferFrom(SourceList other) {
        return Stream.of(this, other)
                .flatMap(list -> list.checksums.keySet().stream())
                .filter(path -> !Objects.equals(checksums.get(path), other.checksums.get(path)))
                .map(SourceList::moduleOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The part of this list with the sources of these modules. */
    SourceList only(Set<String> modules) {
        var part = new TreeMap<>(checksums);
        part.keySet().removeIf(path -> !modules.contains(moduleOf(path)));
        return new SourceList(part);
    }

    private static String moduleOf(String path) {
        return path.substring(0, path.indexOf(SOURCES));
    }
}
