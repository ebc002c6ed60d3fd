package interleave.course.play;

import interleave.course.lessons.Level;
import interleave.course.play.replay.Game;
import interleave.course.play.replay.LevelProgram;
import interleave.course.play.replay.LosingSchedule;
import interleave.course.play.replay.PlayedThread;
import interleave.course.play.replay.Position;
import interleave.course.play.replay.Proof;
import interleave.course.play.view.PlayView;
import interleave.course.play.view.SourceFile;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A program that the student tries to break: that of a level, or the corrected one. */
final class Attempt {
    private final Game game;
    private final SourceFile source;
    private final PlayView view;
    private final boolean atCure;
    /** A losing schedule; empty until the student presses the key that shows it. */
    private List<String> losing = List.of();
    /** The result of trying all schedules of a corrected program; null until it is needed. */
    private @Nullable Proof proof;
    /** Whether the game has made a step of the current schedule for the student. */
    private boolean hasHelp;

    /**
     * A step that the game has made to show a losing schedule.
     *
     * @param number in the losing schedule
     * @param restarted whether the game was restarted before this step
     */
    record ShownStep(int number, int of, boolean restarted) {}

    private Attempt(Level level, String program, PlayView view) throws IOException {
        game = new Game(LevelProgram.named(program));
        source = SourceFile.read(level.source(program));
        atCure = program.equals(level.cure());
        this.view = view;
    }

    static Attempt atProgram(Level level, PlayView view) throws IOException {
        return new Attempt(level, level.className(), view);
    }

    static Attempt atCure(Level level, PlayView view) throws IOException {
        return new Attempt(level, level.cure(), view);
    }

    boolean isAtCure() {
        return atCure;
    }

    SourceFile source() {
        return source;
    }

    /** The name of the program. */
    String name() {
        return game.program().file();
    }

    Position position() {
        return game.position();
    }

    List<String> schedule() {
        return game.schedule();
    }

    void step(PlayedThread thread) {
        game.step(thread.name());
    }

    void back() {
        game.back();
        hasHelp = hasHelp && !game.schedule().isEmpty();
    }

    void restart() {
        game.restart();
        hasHelp = false;
    }

    /** Makes the next step of a losing schedule. Restarts first if the student has left it or reached its end. */
    ShownStep show() {
        if (losing.isEmpty()) {
            view.busy("Searching for a losing schedule ...");
            losing = LosingSchedule.of(game.program()).orElseThrow();
        }
        int made = game.schedule().size();
        boolean isOnIt = made < losing.size() && losing.subList(0, made).equals(game.schedule());
        if (!isOnIt) {
            game.restart();
        }
        game.step(losing.get(game.schedule().size()));
        hasHelp = true;
        return new ShownStep(game.schedule().size(), losing.size(), !isOnIt);
    }

    /** Tries all schedules of a corrected program. */
    Proof proof() {
        if (proof == null) {
            view.busy("Trying all schedules ...");
            proof = Proof.of(game.program());
        }
        return proof;
    }

    boolean hasEnded() {
        return game.position().ending().isPresent();
    }

    /** Whether nothing is left to do: the program is broken, or the corrected one has ended. */
    boolean isDone() {
        return atCure ? hasEnded() : game.position().isBroken();
    }

    /** Whether the student has broken the program without help. */
    boolean isWon() {
        return !atCure && game.position().isBroken() && !hasHelp;
    }

    /** Whether the schedule so far is the whole losing schedule, and was shown. */
    boolean isShown() {
        return hasHelp && losing.equals(game.schedule());
    }
}
