package interleave.practice.exercises;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The progress of a student. It is always read from its file, because several programs may use the file at the same
 * time. Each change is written atomically. The file contains no names of persons.
 */
public final class Progress {
    private static final String EXERCISES = "exercises";
    private static final String QUIZZES = "quizzes";
    private static final String RUNS = "runs";
    private static final JSON FORMAT = JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT);
    /** A file lock is held by the whole JVM, so the threads of this JVM need another lock. */
    private static final Lock THREAD_LOCK = new ReentrantLock();

    private final Path file;

    private Progress(Path file) {
        this.file = file;
    }

    /** The progress in this file, which may not exist yet. */
    static Progress at(Path file) {
        return new Progress(file);
    }

    /** The content of the file: exercises by class, quizzes by lesson, and the lessons that were run. */
    private record Content(
            Map<String, Map<String, Object>> exercises, Map<String, Map<String, Object>> quizzes, Set<String> runs) {

        static Content of(Map<String, Object> json) {
            return new Content(entries(json.get(EXERCISES)), entries(json.get(QUIZZES)), names(json.get(RUNS)));
        }

        Map<String, Object> exercise(Exercise exercise) {
            return exercises.computeIfAbsent(exercise.className(), first -> new TreeMap<>());
        }

        String json() throws IOException {
            return FORMAT.asString(new TreeMap<>(Map.of(EXERCISES, exercises, QUIZZES, quizzes, RUNS, runs)));
        }
    }

    /** Whether the check has passed at least once. */
    public boolean isDone(Exercise exercise) {
        return Boolean.TRUE.equals(of(exercise).get("done"));
    }

    /** The number of hints that have been shown. */
    public int hintsSeen(Exercise exercise) {
        return of(exercise).get("hints") instanceof Integer seen ? seen : 0;
    }

    /** Whether the student has started this exercise. */
    public boolean isBegun(Exercise exercise) {
        return skeletonOf(exercise).isPresent();
    }

    /** Whether all versions of this lesson have been run at a terminal. */
    public boolean hasRun(String lesson) {
        return read().runs.contains(lesson);
    }

    public void ran(String lesson) throws IOException {
        if (!hasRun(lesson)) {
            change(content -> content.runs.add(lesson));
        }
    }

    public void done(Exercise exercise) throws IOException {
        put(exercise, "done", true);
    }

    public void hintSeen(Exercise exercise, int number) throws IOException {
        change(content -> content.exercise(exercise)
                .merge(
                        "hints",
                        number,
                        (seen, now) -> seen instanceof Integer before ? Math.max(before, number) : number));
    }

    /** Stores how many questions of a quiz were answered correctly at the first attempt. The best result is kept. */
    public void quiz(String lesson, int right, int questions) throws IOException {
        change(content -> {
            int best =
                    content.quizzes.getOrDefault(lesson, Map.of()).get("right") instanceof Integer before ? before : 0;
            content.quizzes.put(lesson, new TreeMap<>(Map.of("right", Math.max(best, right), "of", questions)));
        });
    }

    /** The result of each finished quiz by lesson, such as {@code 3 of 4}. */
    public Map<String, String> quizzes() {
        var done = new TreeMap<String, String>();
        read().quizzes.forEach((lesson, result) -> done.put(lesson, result.get("right") + " of " + result.get("of")));
        return done;
    }

    /** The progress in these exercises as JSON, for a teacher; it contains no names of persons. */
    public String json(List<Exercise> all) throws IOException {
        var done = new TreeMap<String, Object>();
        for (Exercise exercise : all) {
            done.put(
                    exercise.className(),
                    new TreeMap<>(Map.of(
                            "lesson",
                            exercise.lesson(),
                            "begun",
                            isBegun(exercise),
                            "done",
                            isDone(exercise),
                            "hints",
                            hintsSeen(exercise))));
        }
        return FORMAT.asString(new TreeMap<>(Map.of(
                EXERCISES,
                done,
                QUIZZES,
                read().quizzes,
                "done",
                all.stream().filter(this::isDone).count(),
                "of",
                all.size())));
    }

    Optional<String> skeletonOf(Exercise exercise) {
        return Optional.ofNullable(of(exercise).get("skeleton")).map(String::valueOf);
    }

    void begun(Exercise exercise, String skeleton) throws IOException {
        if (!skeletonOf(exercise).equals(Optional.of(skeleton))) {
            put(exercise, "skeleton", skeleton);
        }
    }

    void reset(Exercise exercise) throws IOException {
        change(content -> content.exercises.remove(exercise.className()));
    }

    private Map<String, Object> of(Exercise exercise) {
        return read().exercise(exercise);
    }

    private void put(Exercise exercise, String key, Object value) throws IOException {
        change(content -> content.exercise(exercise).put(key, value));
    }

    private Content read() {
        try {
            return Content.of(
                    Files.exists(file) ? JSON.std.mapFrom(Files.readString(file, StandardCharsets.UTF_8)) : Map.of());
        } catch (JsonProcessingException | CharacterCodingException broken) {
            return Content.of(Map.of());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Changes the current content of the file. Other threads and programs block until it is written. */
    @SuppressWarnings("try") // the lock is only held
    private void change(Consumer<Content> change) throws IOException {
        Files.createDirectories(file.getParent());
        THREAD_LOCK.lock();
        try (var channel = FileChannel.open(
                        file.resolveSibling(".progress.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            moveUnreadableFile();
            Content content = read();
            change.accept(content);
            write(content);
        } finally {
            THREAD_LOCK.unlock();
        }
    }

    /** Keeps a file that cannot be parsed, so that it can be repaired by hand. */
    private void moveUnreadableFile() throws IOException {
        try {
            if (Files.exists(file)) {
                JSON.std.mapFrom(Files.readString(file, StandardCharsets.UTF_8));
            }
        } catch (JsonProcessingException | CharacterCodingException broken) {
            Files.move(file, file.resolveSibling("progress.broken.json"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Writes a temporary file and renames it, so that the file is complete even after a power cut. */
    private void write(Content content) throws IOException {
        Path written = Files.createTempFile(file.getParent(), "progress", ".tmp");
        Files.writeString(written, content.json());
        Files.move(written, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Set<String> names(@Nullable Object content) {
        var names = new TreeSet<String>();
        if (content instanceof List<?> list) {
            list.forEach(name -> names.add(String.valueOf(name)));
        }
        return names;
    }

    private static Map<String, Map<String, Object>> entries(@Nullable Object content) {
        var entries = new TreeMap<String, Map<String, Object>>();
        if (content instanceof Map<?, ?> map) {
            map.forEach((name, entry) -> {
                if (entry instanceof Map<?, ?> fields) {
                    var copy = new TreeMap<String, Object>();
                    fields.forEach((key, value) -> copy.put(String.valueOf(key), value));
                    entries.put(String.valueOf(name), copy);
                }
            });
        }
        return entries;
    }
}
