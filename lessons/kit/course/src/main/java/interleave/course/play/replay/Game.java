package interleave.course.play.replay;

import java.util.ArrayList;
import java.util.List;

/** A game with one program: the schedule so far, and the position to which it leads. */
public final class Game {
    private final LevelProgram program;
    private final List<String> schedule = new ArrayList<>();
    private Position position;

    public Game(LevelProgram program) {
        this.program = program;
        position = Replay.after(program, List.of());
    }

    public LevelProgram program() {
        return program;
    }

    public Position position() {
        return position;
    }

    public List<String> schedule() {
        return List.copyOf(schedule);
    }

    /** Lets a thread make its next step. */
    public void step(String thread) {
        schedule.add(thread);
        position = Replay.after(program, schedule);
    }

    /** Takes the last step back, if there is one. */
    public void back() {
        if (!schedule.isEmpty()) {
            schedule.removeLast();
            position = Replay.after(program, schedule);
        }
    }

    public void restart() {
        schedule.clear();
        position = Replay.after(program, schedule);
    }
}
