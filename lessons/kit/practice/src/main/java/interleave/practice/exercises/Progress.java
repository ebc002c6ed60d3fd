package interleave.practice.exercises;

import interleave.practice.judging.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The progress of a student. It is always read from its file, because several programs may use the file at the same
 * time. Each change is written atomically. If the system refuses to store it, the student can go on all the same. The
 * file contains no names of persons.
 */
public final class Progress {
    private final ProgressFile file;
    /** Changes that the system has refused to store. */
    private final List<Consumer<ProgressContent>> pending = new CopyOnWriteArrayList<>();

    private volatile Optional<IOException> obstacle = Optional.empty();

    private Progress(ProgressFile file) {
        this.file = file;
    }

    /** The progress in this file, which may not exist yet. */
    static Progress at(Path file) {
        return new Progress(new ProgressFile(file));
    }

    /** Why the latest change is not stored, if it is not; it counts only until the program ends. */
    public Optional<IOException> obstacle() {
        return obstacle;
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
        return read().runs().contains(lesson);
    }

    public void ran(String lesson) {
        if (!hasRun(lesson)) {
            change(content -> content.runs().add(lesson));
        }
    }

    /** Whether the level with this class has been won. */
    public boolean hasWon(String level) {
        return read().levels().contains(level);
    }

    /** The levels that have been won, by class. */
    public Set<String> won() {
        return read().levels();
    }

    public void won(String level) {
        if (!hasWon(level)) {
            change(content -> content.levels().add(level));
        }
    }

    public void done(Exercise exercise) {
        put(exercise, "done", true);
    }

    /** Stores the verdict on the student's latest attempt. An exercise that has passed once stays done. */
    public void attempted(Exercise exercise, Verdict verdict) {
        change(content -> content.attempted(exercise, verdict));
    }

    public void hintSeen(Exercise exercise, int number) {
        change(content -> content.exercise(exercise)
                .merge(
                        "hints",
                        number,
                        (seen, now) -> seen instanceof Integer before ? Math.max(before, number) : number));
    }

    /** Stores how many questions of a quiz were answered correctly at the first attempt. The best result is kept. */
    public void quiz(String lesson, int right, int questions) {
        change(content -> {
            int best = content.quizzes().getOrDefault(lesson, Map.of()).get("right") instanceof Integer before
                    ? before
                    : 0;
            content.quizzes().put(lesson, new TreeMap<>(Map.of("right", Math.max(best, right), "of", questions)));
        });
    }

    /** Stores the answer to a question of a quiz. Only the first answer counts; later ones are ignored. */
    public void answered(String lesson, String question, String answer, boolean right) {
        change(content -> content.answered(lesson, question, answer, right));
    }

    /** The result of each finished quiz by lesson, such as {@code 3 of 4}. */
    public Map<String, String> quizzes() {
        var done = new TreeMap<String, String>();
        read().quizzes().forEach((lesson, result) -> done.put(lesson, result.get("right") + " of " + result.get("of")));
        return done;
    }

    /**
     * The progress in these exercises as JSON, for a teacher.
     *
     * @param name chosen by the student; without one, the JSON contains no names of persons
     */
    public String json(List<Exercise> all, Optional<String> name) throws IOException {
        var json = new TreeMap<String, Object>(Map.of(
                ProgressContent.EXERCISES,
                all.stream()
                        .collect(Collectors.toMap(Exercise::className, this::json, (one, same) -> one, TreeMap::new)),
                ProgressContent.QUIZZES,
                read().quizzes(),
                ProgressContent.ANSWERS,
                read().answers(),
                ProgressContent.LEVELS,
                read().levels(),
                "done",
                all.stream().filter(this::isDone).count(),
                "of",
                all.size()));
        name.ifPresent(chosen -> json.put("name", chosen));
        return ProgressContent.format(json);
    }

    /** The state of an exercise; if the student has tried it, also the claims and the problem of the latest attempt. */
    private Map<String, Object> json(Exercise exercise) {
        var json = new TreeMap<String, Object>(Map.of(
                "lesson",
                exercise.lesson(),
                "begun",
                isBegun(exercise),
                "done",
                isDone(exercise),
                "hints",
                hintsSeen(exercise)));
        Map<String, Object> stored = of(exercise);
        Stream.of("claims", "problem").filter(stored::containsKey).forEach(key -> json.put(key, stored.get(key)));
        return json;
    }

    Optional<String> skeletonOf(Exercise exercise) {
        return Optional.ofNullable(of(exercise).get("skeleton")).map(String::valueOf);
    }

    void begun(Exercise exercise, String skeleton) {
        if (!skeletonOf(exercise).equals(Optional.of(skeleton))) {
            put(exercise, "skeleton", skeleton);
        }
    }

    void reset(Exercise exercise) {
        change(content -> content.exercises().remove(exercise.className()));
    }

    private Map<String, Object> of(Exercise exercise) {
        return read().exercise(exercise);
    }

    private void put(Exercise exercise, String key, Object value) {
        change(content -> content.exercise(exercise).put(key, value));
    }

    /** What is stored, and the changes that could not be stored. */
    private ProgressContent read() {
        ProgressContent content = stored();
        pending.forEach(change -> change.accept(content));
        return content;
    }

    private ProgressContent stored() {
        try {
            return file.read();
        } catch (IOException unreadable) {
            obstacle = Optional.of(unreadable);
            return ProgressContent.of(Map.of());
        }
    }

    /** Stores the change, with those that could not be stored before. */
    private void change(Consumer<ProgressContent> change) {
        pending.add(change);
        try {
            file.update(content -> pending.forEach(each -> each.accept(content)));
            pending.clear();
            obstacle = Optional.empty();
        } catch (IOException refused) {
            obstacle = Optional.of(refused);
        }
    }
}
