package interleave.practice.judging;

import interleave.virtualtime.races.RaceReport;
import interleave.virtualtime.races.RacingAccess;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Explains the data races of one variable, with a sentence for each usual mistake. */
final class RaceExplanation {
    /** A change is usually at most this many lines after its check. */
    private static final int NEAR = 5;

    private static final String ATOMIC = "Use an AtomicInteger, or hold the same lock around every use.";
    private static final String ONE_STEP =
            "Hold the same lock from the check to the change, or do both in one step of an atomic.";
    private static final String ORDER =
            "Read it after join() or get(), or hold the same lock for both. For a single flag, volatile is enough.";
    private static final String OWN_ELEMENT =
            "Give each thread an element of its own, and read the elements after join() or get().";
    private static final String SAFE_COLLECTION =
            "Collect the results of the tasks on one thread, or use a concurrent collection, or a lock.";

    private final AnswerLines answer;
    private final List<RaceReport> races;
    private final RaceReport race;

    private RaceExplanation(List<RaceReport> races, AnswerLines answer) {
        this.answer = answer;
        this.race = races.getFirst();
        this.races = races.stream()
                .filter(other -> other.variable().equals(race.variable()))
                .toList();
    }

    /** Explains the first of the races. */
    static Explanation of(List<RaceReport> races, AnswerLines answer) {
        return new RaceExplanation(races, answer).explanation();
    }

    private Explanation explanation() {
        return switch (race.kind()) {
            case COLLECTION ->
                new Explanation(
                        "Data race: two threads use " + race.variable() + ", in " + places(this::call)
                                + ", and nothing orders the two. It is not thread-safe, so a change can be lost.",
                        List.of(),
                        SAFE_COLLECTION);
            case ELEMENT ->
                new Explanation(
                        "Data race: two threads use " + race.variable() + ", in " + places(this::line)
                                + ", and nothing orders the two.",
                        List.of(),
                        OWN_ELEMENT);
            case FIELD -> field("the field " + race.variable().replace("`", ""));
        };
    }

    private Explanation field(String field) {
        Optional<Integer> check = check();
        if (check.isPresent()) {
            return new Explanation(
                    "Data race: after the check in line " + check.get() + ", another thread can change " + field
                            + " before this one does. Both can pass the check.",
                    List.of(),
                    ONE_STEP);
        }
        Optional<Integer> update = update();
        if (update.isPresent()) {
            return new Explanation(
                    "Data race: two threads update " + field + ", in line " + update.get()
                            + ". An update reads, changes and writes, so one of the two can be lost.",
                    List.of(),
                    ATOMIC);
        }
        if (race.first().writes() && race.second().writes()) {
            return new Explanation(
                    "Data race: two threads write " + field + ", in " + places(this::line)
                            + ", and nothing orders the two. The first value is lost.",
                    List.of(),
                    ATOMIC);
        }
        return new Explanation(
                "Data race: one thread writes " + field + ", in " + line(accessThat(true))
                        + ", and another reads it, in " + line(accessThat(false))
                        + ". Nothing makes the write happen before the read, which may miss it.",
                List.of(),
                ORDER);
    }

    /** A condition that reads the field, just above a line that writes it. */
    private Optional<Integer> check() {
        return lines(false).stream()
                .filter(answer::isCondition)
                .filter(line -> lines(true).stream().anyMatch(write -> write > line && write <= line + NEAR))
                .findFirst();
    }

    /** A line that reads the field and writes it, such as {@code count++}. */
    private Optional<Integer> update() {
        return lines(false).stream().filter(lines(true)::contains).findFirst();
    }

    private Set<Integer> lines(boolean writes) {
        return races.stream()
                .flatMap(each -> Stream.of(each.first(), each.second()))
                .filter(access -> access.writes() == writes && answer.contains(access))
                .map(RacingAccess::line)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private RacingAccess accessThat(boolean writes) {
        return race.first().writes() == writes ? race.first() : race.second();
    }

    private String places(Function<RacingAccess, String> place) {
        return Stream.of(race.first(), race.second()).map(place).distinct().collect(Collectors.joining(" and "));
    }

    private String line(RacingAccess access) {
        return answer.contains(access) ? "line " + access.line() : "the code that calls yours";
    }

    private String call(RacingAccess access) {
        return line(access) + " (" + access.action().substring(access.action().lastIndexOf('.') + 1) + ")";
    }
}
