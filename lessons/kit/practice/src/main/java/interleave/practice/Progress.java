package interleave.practice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a student has done, kept in a file; each change is written at once, whole. No names are in it. */
public final class Progress {
    private static final String EXERCISES = "exercises";
    private static final String QUIZZES = "quizzes";
    private static final JSON FORMAT = JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT);

    private final Path file;
    private final Map<String, Map<String, Object>> exercises;
    private final Map<String, Map<String, Object>> quizzes;

    private Progress(Path file, Map<String, Object> content) {
        this.file = file;
        exercises = entries(content.get(EXERCISES));
        quizzes = entries(content.get(QUIZZES));
    }

    /** That in a file, or none. A file that cannot be understood is put aside, not overwritten. */
    static Progress at(Path file) throws IOException {
        if (!Files.exists(file)) {
            return new Progress(file, Map.of());
        }
        try {
            return new Progress(file, JSON.std.mapFrom(Files.readString(file, StandardCharsets.UTF_8)));
        } catch (JsonProcessingException | CharacterCodingException broken) {
            Files.move(file, file.resolveSibling("progress.broken.json"), StandardCopyOption.REPLACE_EXISTING);
            return new Progress(file, Map.of());
        }
    }

    /** Whether the check has passed once. */
    public boolean isDone(Exercise exercise) {
        return Boolean.TRUE.equals(of(exercise).get("done"));
    }

    /** How many hints have been shown. */
    public int hintsSeen(Exercise exercise) {
        return of(exercise).get("hints") instanceof Integer seen ? seen : 0;
    }

    /** Whether the student has begun. */
    public boolean isBegun(Exercise exercise) {
        return skeletonOf(exercise).isPresent();
    }

    public void done(Exercise exercise) throws IOException {
        put(exercise, "done", true);
    }

    public void hintSeen(Exercise exercise, int number) throws IOException {
        put(exercise, "hints", Math.max(number, hintsSeen(exercise)));
    }

    /** How many questions of a lesson's quiz were answered rightly at the first go, the best of all times. */
    public void quiz(String lesson, int right, int questions) throws IOException {
        int best = quizzes.getOrDefault(lesson, Map.of()).get("right") instanceof Integer before ? before : 0;
        quizzes.put(lesson, new TreeMap<>(Map.of("right", Math.max(best, right), "of", questions)));
        write();
    }

    /** The lessons whose quiz was gone through, each with {@code 3 of 4}. */
    public Map<String, String> quizzes() {
        var done = new TreeMap<String, String>();
        quizzes.forEach((lesson, result) -> done.put(lesson, result.get("right") + " of " + result.get("of")));
        return done;
    }

    /** What is done of these exercises, as JSON: for a class, without names. */
    public String json(List<Exercise> all) throws IOException {
        var done = new TreeMap<String, Object>();
        for (Exercise exercise : all) {
            done.put(exercise.className(), new TreeMap<>(Map.of("lesson", exercise.lesson(), "begun", isBegun(exercise),
                    "done", isDone(exercise), "hints", hintsSeen(exercise))));
        }
        return FORMAT.asString(new TreeMap<>(Map.of(EXERCISES, done, QUIZZES, quizzes, "done", all.stream().filter(
                this::isDone).count(), "of", all.size())));
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
        exercises.remove(exercise.className());
        write();
    }

    private Map<String, Object> of(Exercise exercise) {
        return exercises.getOrDefault(exercise.className(), Map.of());
    }

    private void put(Exercise exercise, String key, Object value) throws IOException {
        exercises.computeIfAbsent(exercise.className(), first -> new TreeMap<>()).put(key, value);
        write();
    }

    /** To another file first, so that no reader and no power cut finds half of it. */
    private void write() throws IOException {
        Files.createDirectories(file.getParent());
        Path written = Files.createTempFile(file.getParent(), "progress", ".tmp");
        Files.writeString(written, FORMAT.asString(new TreeMap<>(Map.of(EXERCISES, exercises, QUIZZES, quizzes))));
        Files.move(written, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
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
