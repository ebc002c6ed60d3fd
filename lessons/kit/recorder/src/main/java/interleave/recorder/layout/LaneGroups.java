package interleave.recorder.layout;

import interleave.recorder.model.ConcurrencyLevel;
import interleave.recorder.model.Lane;
import interleave.recorder.model.LaneKind;
import interleave.recorder.model.Timeline;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Arranges the lanes of a version in rows: one row per lane or, if there are many of a kind, one row for each of the
 * first ones and one for all others. The {@linkplain LibraryThreads threads of libraries} share the last row.
 */
public final class LaneGroups {

    /** One lane, with its index in the timeline, or a group of lanes with the index -1. */
    public record Row(int index, List<Lane> lanes) {
        /** Whether it stands for several lanes. */
        public boolean isGroup() {
            return index < 0;
        }

        /** Whether it stands for the threads of libraries. */
        public boolean isOfLibraries() {
            return isGroup() && LibraryThreads.includes(lane());
        }

        /** The lane, or the first of the group. */
        public Lane lane() {
            return lanes.getFirst();
        }

        /** "max concurrent: 5"; empty for threads of libraries, and if none of them is ever in progress. */
        public String maxConcurrent() {
            if (isOfLibraries()) {
                return "";
            }
            int peak = ConcurrencyLevel.of(lanes).peak();
            return peak == 0 ? "" : Labels.MAX_CONCURRENT + ": " + peak;
        }
    }

    private LaneGroups() {}

    /**
     * The rows of a timeline, in the order of its lanes.
     *
     * @param many the number of lanes of a kind above which those after the first {@code shown} become a group
     */
    public static List<Row> of(Timeline timeline, int many, int shown) {
        List<Lane> libraries =
                timeline.lanes().stream().filter(LibraryThreads::includes).toList();
        Predicate<Lane> drawn = lane -> !LibraryThreads.includes(lane);
        Map<LaneKind, List<Lane>> ofKind = new EnumMap<>(LaneKind.class);
        timeline.lanes().stream()
                .filter(drawn)
                .forEach(lane -> ofKind.computeIfAbsent(lane.kind(), kind -> new ArrayList<>())
                        .add(lane));
        Map<LaneKind, Integer> seen = new EnumMap<>(LaneKind.class);
        var rows = new ArrayList<Row>();
        for (int i = 0; i < timeline.lanes().size(); i++) {
            Lane lane = timeline.lanes().get(i);
            if (!drawn.test(lane)) {
                continue;
            }
            List<Lane> kind = ofKind.getOrDefault(lane.kind(), List.of());
            int before = seen.merge(lane.kind(), 1, Integer::sum) - 1;
            if (kind.size() <= many || before < shown) {
                rows.add(new Row(i, List.of(lane)));
            } else if (before == shown) {
                rows.add(new Row(-1, kind.subList(shown, kind.size())));
            }
        }
        if (!libraries.isEmpty()) {
            rows.add(new Row(-1, libraries));
        }
        return List.copyOf(rows);
    }

    /** "997 more virtual threads". */
    public static String label(Row group) {
        return labels(group).getFirst();
    }

    /** Labels of different length, the longest first. */
    public static List<String> labels(Row group) {
        String count = String.valueOf(group.lanes().size());
        if (group.isOfLibraries()) {
            return group.lanes().size() == 1
                    ? List.of("1 library thread", "1 of a library")
                    : List.of(count + " library threads", count + " of libraries", count + " others");
        }
        String more = count + " more";
        return switch (group.lane().kind()) {
            case PLATFORM_THREAD, STEPPED_THREAD -> List.of(more + " threads", more);
            case VIRTUAL_THREAD -> List.of(more + " virtual threads", more + " virtual", more);
            case LOOP_TASK -> List.of(more + " tasks", more);
            case REQUEST -> List.of(more + " requests", more);
            case PROCESS -> List.of(more + " processes", more);
        };
    }
}
