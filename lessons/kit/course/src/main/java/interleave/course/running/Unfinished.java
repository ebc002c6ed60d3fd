package interleave.course.running;

import interleave.course.lessons.Version;
import interleave.recorder.page.TimelinePage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The versions of a run that could not run, or did not finish, each with the reason. */
final class Unfinished {
    private final List<TimelinePage.Skipped> skipped = new ArrayList<>();
    private final Map<String, String> reports = new HashMap<>();

    /** @param instead the command that runs it, if there is one */
    void skip(Version version, String reason, Optional<String> instead) {
        skipped.add(new TimelinePage.Skipped(version.label(), reason, instead));
    }

    void fail(Version version, String report) {
        reports.put(version.label(), report);
    }

    List<TimelinePage.Skipped> skipped() {
        return List.copyOf(skipped);
    }

    /** What happened to a version, as it was printed; empty if it finished. */
    Optional<String> report(Version version) {
        return Optional.ofNullable(reports.get(version.label()));
    }
}
