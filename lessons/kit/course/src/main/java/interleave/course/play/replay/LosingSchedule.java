package interleave.course.play.replay;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;

/** The shortest schedule that breaks a program. The search is breadth first, and visits each position once. */
public final class LosingSchedule {
    private LosingSchedule() {}

    /** The names of the threads that make the steps; empty if no schedule breaks the program. */
    public static Optional<List<String>> of(LevelProgram program) {
        Set<Map<String, String>> seen = new HashSet<>();
        Queue<List<String>> open = new ArrayDeque<>(List.of(List.of()));
        while (!open.isEmpty()) {
            List<String> schedule = open.remove();
            Position position = Replay.after(program, schedule);
            if (position.isBroken()) {
                return Optional.of(schedule);
            }
            if (seen.add(position.state())) {
                position.choices().forEach(thread -> open.add(with(schedule, thread.name())));
            }
        }
        return Optional.empty();
    }

    private static List<String> with(List<String> schedule, String thread) {
        var longer = new ArrayList<>(schedule);
        longer.add(thread);
        return List.copyOf(longer);
    }
}
