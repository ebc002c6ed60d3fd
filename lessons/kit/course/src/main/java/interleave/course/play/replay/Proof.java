package interleave.course.play.replay;

import interleave.virtualtime.FailingSchedule;
import interleave.virtualtime.ScheduleSearch;
import interleave.virtualtime.SearchResult;
import java.time.Duration;
import java.util.Locale;

/** The result of trying all schedules of a program: none of them breaks it. */
public record Proof(SearchResult result) {
    /** More preemptions than a program of a level has steps. */
    private static final int PREEMPTIONS = 50;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /**
     * Tries all schedules.
     *
     * @throws FailingSchedule if one breaks the program
     */
    public static Proof of(LevelProgram program) {
        return new Proof(new ScheduleSearch(PREEMPTIONS)
                .maxTime(PATIENCE)
                .progress(line -> {})
                .explore(() -> program.run(LevelProgram.Watch.NONE)));
    }

    /** The result as a sentence. */
    public String shown() {
        String schedules = String.format(Locale.ROOT, "%,d", result.schedules());
        return result.complete()
                ? "None of its " + schedules
                        + " schedules breaks it. Two schedules count as one if no thread can see the" + " difference."
                : "None of the " + schedules + " schedules that were tried breaks it, but there are more.";
    }
}
