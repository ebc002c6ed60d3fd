package interleave.course.teaching;

import com.fasterxml.jackson.jr.ob.JSON;
import interleave.recorder.layout.SafeText;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The progress of a student, as {@code ./lesson progress --json} prints it.
 *
 * @param name chosen by the student; empty if none was chosen
 * @param exercises by class
 * @param answers the first answer to each question, by lesson and question
 * @param levels the names of the classes of the levels that the student has won
 */
record StudentProgress(
        String name,
        Map<String, Attempts> exercises,
        Map<String, Map<String, FirstAnswer>> answers,
        List<String> levels) {

    /**
     * A student's work on an exercise.
     *
     * @param claims the claims that the latest check reached; only the last one can have failed
     * @param problem the message of the latest check; empty if it passed
     */
    record Attempts(boolean begun, boolean done, int hints, List<Claim> claims, String problem) {

        /** The claims and the problem are null in files of an older version of the course. */
        Attempts(boolean begun, boolean done, int hints, @Nullable List<Claim> claims, @Nullable String problem) {
            this.begun = begun;
            this.done = done;
            this.hints = hints;
            this.claims = claims == null ? List.of() : List.copyOf(claims);
            this.problem = text(problem);
        }

        boolean wereChecked() {
            return !claims.isEmpty() || !problem.isEmpty();
        }
    }

    record Claim(String claim, boolean passed) {
        Claim {
            claim = text(claim);
        }
    }

    record FirstAnswer(String answer, boolean right) {
        FirstAnswer {
            answer = text(answer);
        }
    }

    StudentProgress(
            @Nullable String name,
            @Nullable Map<String, Attempts> exercises,
            @Nullable Map<String, Map<String, FirstAnswer>> answers,
            @Nullable List<String> levels) {
        this.name = text(name).strip();
        this.exercises = Map.copyOf(Objects.requireNonNull(exercises, "exercises"));
        this.answers = answers == null
                ? Map.of()
                : answers.entrySet().stream()
                        .collect(Collectors.toUnmodifiableMap(
                                Map.Entry::getKey, lesson -> Map.copyOf(lesson.getValue())));
        this.levels = levels == null ? List.of() : List.copyOf(levels);
    }

    /** @throws IOException if this is not the JSON of a student's progress */
    static StudentProgress read(byte[] json) throws IOException {
        return JSON.std.beanFrom(StudentProgress.class, json);
    }

    StudentProgress withName(String other) {
        return new StudentProgress(other, exercises, answers, levels);
    }

    long done() {
        return exercises.values().stream().filter(Attempts::done).count();
    }

    /** The number of exercises that are begun, but not done. */
    long started() {
        return exercises.values().stream()
                .filter(each -> each.begun() && !each.done())
                .count();
    }

    int hints() {
        return exercises.values().stream().mapToInt(Attempts::hints).sum();
    }

    /** The number of questions whose first answer was right (key true) or wrong (key false). */
    Map<Boolean, Long> answersByRight() {
        return answers.values().stream()
                .flatMap(lesson -> lesson.values().stream())
                .collect(Collectors.partitioningBy(FirstAnswer::right, Collectors.counting()));
    }

    /** Makes a text safe to print: it comes from another person, and must not control the terminal. */
    private static String text(@Nullable String text) {
        return text == null ? "" : SafeText.visible(text);
    }
}
