package interleave.recorder.page;

import interleave.recorder.layout.TerminalText;
import interleave.recorder.model.Lane;
import interleave.recorder.model.LaneKind;
import interleave.recorder.model.Timeline;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The names of lanes on a page. */
final class LaneNames {

    /** The width of the name column. */
    private static final int MAX_WIDTH = 22;

    private static final int LAST = 8;

    private LaneNames() {}

    /** Distinguishes a thread and a task with the same name: "main (thread)", "main (task)". */
    static Timeline withDistinctNames(Timeline timeline) {
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
        return both.isEmpty() ? timeline : timeline.withLanes(lanes);
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

    /**
     * Without the origin of an address. A long name is shortened in the middle, because names of threads often differ
     * only at the end.
     */
    static String shortened(String whole) {
        String name = CaptionText.withoutOrigin(whole);
        int[] letters = name.codePoints().toArray();
        if (TerminalText.width(name) <= MAX_WIDTH || letters.length <= MAX_WIDTH) {
            return name;
        }
        return new String(letters, 0, MAX_WIDTH - LAST - 1).strip() + "\u2026"
                + new String(letters, letters.length - LAST, LAST).strip();
    }
}
