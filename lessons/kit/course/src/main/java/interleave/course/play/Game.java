package interleave.course.play;

import java.util.ArrayList;
import java.util.List;

/** A game with one program: the schedule so far, and where it has led. */
final class Game {
    private final LevelProgram program;
    private final List<String> schedule = new ArrayList<>();
    private Position position;

    Game(LevelProgram program) {
        this.program = program;
        position = Replay.after(program, List.of());
    }

    LevelProgram program() {
        return program;
    }

    Position position() {
        return position;
    }

    List<String> schedule() {
        return List.copyOf(schedule);
    }

    /** Lets a thread make its next step. */
    void step(String thread) {
        schedule.add(thread);
        position = Replay.after(program, schedule);
    }

    /** Takes the last step back, if there is one. */
    void back() {
        if (!schedule.isEmpty()) {
            schedule.removeLast();
            position = Replay.after(program, schedule);
        }
    }

    void restart() {
        schedule.clear();
        position = Replay.after(program, schedule);
    }
}
