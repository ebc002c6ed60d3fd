package interleave.recorder.page;

import interleave.recorder.layout.TerminalText;
import interleave.recorder.model.Lane;
import interleave.recorder.model.LaneKind;
import interleave.recorder.model.Timeline;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names of lanes as a page shows them. */
final class LaneNames {

    /** As many columns as there is room for beside a lane. */
    private static final int WIDEST = 22;

    private static final int LAST = 8;

    private LaneNames() {}

    /** A loop's thread and a task on it may have one name: then each says what it is. */
    static Timeline apart(Timeline timeline) {
        Set<String> tasks = names(timeline, true);
        Set<String> both = names(timeline, false);
        both.retainAll(tasks);
        List<Lane> lanes = timeline.lanes().stream()
                .map(lane -> both.contains(lane.name())
                        ? new Lane(
                                lane.name() + (isTask(lane) ? " (task)" : " (thread)"),
                                lane.kind(),
                                lane.start(),
                                lane.end(),
                                lane.outlives(),
                                lane.spans(),
                                lane.marks())
                        : lane)
                .toList();
        return both.isEmpty()
                ? timeline
                : new Timeline(timeline.version(), timeline.duration(), timeline.ending(), lanes);
    }

    private static Set<String> names(Timeline timeline, boolean ofTasks) {
        var names = new HashSet<String>();
        timeline.lanes().stream()
                .filter(lane -> isTask(lane) == ofTasks)
                .map(Lane::name)
                .forEach(names::add);
        return names;
    }

    private static boolean isTask(Lane lane) {
        return lane.kind() == LaneKind.LOOP_TASK;
    }

    /** Shortened in the middle: names of threads often begin alike, and of a pool's the end tells them apart. */
    static String shortened(String name) {
        int[] letters = name.codePoints().toArray();
        if (TerminalText.width(name) <= WIDEST || letters.length <= WIDEST) {
            return name;
        }
        return new String(letters, 0, WIDEST - LAST - 1).strip() + "\u2026"
                + new String(letters, letters.length - LAST, LAST).strip();
    }
}
