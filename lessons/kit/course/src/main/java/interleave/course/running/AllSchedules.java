package interleave.course.running;

import interleave.course.lessons.Version;
import interleave.virtualtime.FailingSchedule;
import interleave.virtualtime.ScheduleSearch;
import interleave.virtualtime.SearchResult;
import interleave.virtualtime.ThrowingRunnable;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Tries all schedules of a version with few preemptions, and says which of them fail, and why. */
final class AllSchedules {
    private final ThrowingRunnable program;
    private final int preemptions;
    private final Consumer<String> lines;
    private Optional<FailingSchedule> failing = Optional.empty();

    /** @param lines receives the report, and progress messages if the search takes long */
    AllSchedules(Version version, List<String> arguments, Consumer<String> lines) {
        this.program = () -> version.run(arguments);
        this.preemptions = version.preemptions().orElseThrow();
        this.lines = lines;
    }

    /** Searches for a schedule that fails, with the fewest preemptions. Returns its failure. */
    Optional<Throwable> firstFailure() {
        try {
            search().explore(program);
        } catch (FailingSchedule found) {
            failing = Optional.of(found);
        }
        return failing.map(Throwable::getCause);
    }

    /** Reports how many schedules fail, each data race, and the steps of the schedule that was found. */
    void report() {
        SearchResult result = search().findRaces().count(program);
        lines.accept(capitalized(result + "."));
        result.races().stream().flatMap(List::stream).forEach(race -> lines.accept("Data race: " + race));
        failing.ifPresent(schedule -> show(String.valueOf(schedule.getMessage())));
    }

    private ScheduleSearch search() {
        return new ScheduleSearch(preemptions).progress(lines);
    }

    /** The failure and the steps, without those of main before the first step of another thread. */
    private void show(String report) {
        List<String> all = report.lines().toList();
        all.stream().takeWhile(line -> !line.contains("|")).forEach(lines);
        List<String> table = all.stream().filter(line -> line.contains("|")).toList();
        table.stream().limit(1).forEach(lines);
        table.stream().skip(1).dropWhile(line -> !line.startsWith(" ")).forEach(lines);
    }

    private static String capitalized(String sentence) {
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
