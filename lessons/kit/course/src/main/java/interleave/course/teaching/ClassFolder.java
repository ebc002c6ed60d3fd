package interleave.course.teaching;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.jr.ob.JSON;
import interleave.bench.NaturalOrder;
import interleave.bench.Results;
import interleave.bench.UnusableFile;
import interleave.course.lessons.CourseException;
import interleave.recorder.layout.SafeText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the results of students from a folder. A file that cannot be used is skipped, and reported in a note. */
final class ClassFolder {
    /** Learning platforms store the files of each student in a separate folder. */
    private static final int DEPTH = 3;
    /** In a folder of downloads, hundreds of files may have nothing to do with the course. */
    private static final int MAX_NAMES = 3;

    private static final String JSON_FILE = ".json";
    /** Hidden files, and the pages and logs that the course itself writes. They are skipped without a note. */
    private static final Pattern NO_RESULT = Pattern.compile("\\..*|.*\\.(html|log)");

    private static final String COLLECT = "Collect a file per student: ./lesson progress --json --name ann > ann.json";

    private final Path folder;
    private final Map<ByteBuffer, Path> contents = new LinkedHashMap<>();
    private final Map<Path, StudentProgress> students = new LinkedHashMap<>();
    private final Map<Path, Results> benchmarks = new LinkedHashMap<>();
    private final List<String> strangers = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private ClassFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Reads the {@code .json} files in a folder and its subfolders.
     *
     * @throws CourseException if there is no such folder, or no usable file in it
     */
    static ClassResults read(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new CourseException("There is no folder " + folder + ".", COLLECT);
        }
        var reader = new ClassFolder(folder);
        Map<Boolean, List<Path>> files = files(folder);
        files.getOrDefault(true, List.of()).forEach(reader::add);
        reader.noteStrangers();
        reader.noteOthers(files.getOrDefault(false, List.of()));
        if (reader.students.isEmpty() && reader.benchmarks.isEmpty()) {
            throw new CourseException(
                    "There are no results of students in " + folder + ".",
                    reader.notes.isEmpty() ? COLLECT : reader.notes.getFirst());
        }
        return reader.results();
    }

    /** The files in the order of their names: with the key true, the JSON files. */
    private static Map<Boolean, List<Path>> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder, DEPTH)) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .collect(Collectors.partitioningBy(file -> name(file).endsWith(JSON_FILE)));
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private void noteStrangers() {
        if (!strangers.isEmpty()) {
            notes.add("Neither from ./lesson progress --json nor from ./lesson bench: " + firstOf(strangers) + ".");
        }
    }

    private void noteOthers(List<Path> others) {
        List<String> names = others.stream()
                .filter(file -> !NO_RESULT.matcher(name(file)).matches())
                .map(this::shown)
                .toList();
        if (!names.isEmpty()) {
            notes.add("Only files that end with .json are read, so these are not shown: " + firstOf(names) + ".");
        }
    }

    private static String firstOf(List<String> names) {
        int more = names.size() - MAX_NAMES;
        return more > 0
                ? String.join(", ", names.subList(0, MAX_NAMES)) + " and " + more + " more"
                : String.join(", ", names);
    }

    private void add(Path file) {
        try {
            byte[] content = Files.readAllBytes(file);
            Path same = contents.putIfAbsent(ByteBuffer.wrap(content), file);
            if (same != null) {
                noteCopy(file, same);
                return;
            }
            switch (JSON.std.anyFrom(content)) {
                case Map<?, ?> progress
                when progress.get("exercises") instanceof Map ->
                    students.put(file, named(StudentProgress.read(content), file));
                case List<?> results -> benchmarks.put(file, Results.read(file));
                case null, default -> strangers.add(shown(file));
            }
        } catch (UnusableFile unusable) {
            notes.add(unusable.getMessage().replaceAll("\\R", " "));
        } catch (JsonProcessingException damaged) {
            notes.add(shown(file) + " is damaged" + place(damaged) + ". Ask the student for the file again.");
        } catch (IOException unreadable) {
            notes.add(shown(file) + " cannot be read: " + unreadable.getMessage() + ".");
        }
    }

    private void noteCopy(Path copy, Path original) {
        if (strangers.contains(shown(original))) {
            strangers.add(shown(copy));
        } else {
            notes.add(shown(copy) + " is a copy of " + shown(original) + ".");
        }
    }

    private static String place(JsonProcessingException damaged) {
        return damaged.getLocation() == null
                ? ""
                : " (line " + damaged.getLocation().getLineNr() + ")";
    }

    private static StudentProgress named(StudentProgress progress, Path file) {
        return progress.name().isEmpty()
                ? progress.withName(SafeText.visible(name(file).replaceFirst("\\.json$", "")))
                : progress;
    }

    private ClassResults results() {
        return new ClassResults(
                withDistinctNames().stream()
                        .sorted(Comparator.comparing(StudentProgress::name, NaturalOrder.INSTANCE))
                        .toList(),
                comparable(),
                notes);
    }

    /** Adds a number to a name that an earlier file uses, and a note. */
    private List<StudentProgress> withDistinctNames() {
        var files = new TreeMap<String, List<Path>>();
        var distinct = new ArrayList<StudentProgress>();
        students.forEach((file, progress) -> {
            List<Path> same = files.computeIfAbsent(progress.name(), name -> new ArrayList<>());
            same.add(file);
            distinct.add(same.size() == 1 ? progress : progress.withName(progress.name() + " (" + same.size() + ")"));
        });
        files.forEach((name, same) -> {
            if (same.size() > 1) {
                notes.add("The name " + name + " is used in " + same.size() + " files: "
                        + same.stream().map(this::shown).collect(Collectors.joining(", ")) + ".");
            }
        });
        return distinct;
    }

    /** The results that can be compared: those of the version of the benchmarks that is most common. */
    private List<Results> comparable() {
        String expected = ClaimCounts.commonest(
                benchmarks.values().stream().map(ClassFolder::version).toList());
        benchmarks.forEach((file, results) -> {
            if (!version(results).equals(expected)) {
                notes.add(shown(file) + " was measured with another version of the course (" + version(results)
                        + ") and is not shown. Version of the others: " + expected + ".");
            }
        });
        return benchmarks.values().stream()
                .filter(results -> version(results).equals(expected))
                .toList();
    }

    private static String version(Results results) {
        return results.course().release() + ", benchmarks " + results.course().benchmarks();
    }

    private String shown(Path file) {
        return SafeText.visible(folder.relativize(file).toString());
    }
}
