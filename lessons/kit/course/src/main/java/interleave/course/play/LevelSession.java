package interleave.course.play;

import interleave.course.lessons.Level;
import interleave.course.play.replay.Game;
import interleave.course.play.replay.LevelProgram;
import interleave.course.play.replay.LosingSchedule;
import interleave.course.play.replay.PlayedThread;
import interleave.course.play.replay.Position;
import interleave.course.play.replay.Proof;
import interleave.course.play.view.PlayPage;
import interleave.course.play.view.PlayView;
import interleave.course.play.view.SourceFile;
import interleave.course.terminal.Keys;
import interleave.practice.exercises.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lets a student play one level: first the program that can break, and then the corrected one. */
final class LevelSession {
    private final Levels levels;
    private final Level level;
    private final Progress progress;
    private final PlayView view;
    private final PlaySession.KeySource keys;
    private Game game;
    private SourceFile source;
    private boolean isCure;
    private boolean isShown;
    private List<String> message = List.of();
    /** A schedule that breaks the program; empty until the student asks for it. */
    private List<String> losing = List.of();

    LevelSession(Levels levels, Level level, Progress progress, PlayView view, PlaySession.KeySource keys)
            throws IOException {
        this.levels = levels;
        this.level = level;
        this.progress = progress;
        this.view = view;
        this.keys = keys;
        this.game = new Game(LevelProgram.named(level.className()));
        this.source = SourceFile.read(level.source(level.className()));
    }

    /** Returns the level that the student plays next, or none if the student quits. */
    Optional<Level> run() throws IOException, InterruptedException {
        view.begin(page());
        while (true) {
            view.show(page());
            message = List.of();
            char key = keys.next();
            switch (key) {
                case 'q', Keys.END -> {
                    return Optional.empty();
                }
                case 'n' -> {
                    return levels.after(level);
                }
                default -> react(key);
            }
        }
    }

    private void react(char key) throws IOException {
        switch (key) {
            case 'b' -> game.back();
            case 'r' -> restart();
            case 's' -> showNextStep();
            case 'c' -> change();
            case '?' -> message = List.of(isCure || progress.hasWon(level.className()) ? level.why() : level.hint());
            default -> step(key);
        }
    }

    private void restart() {
        isShown = false;
        game.restart();
    }

    private void step(char key) {
        List<PlayedThread> threads = game.position().threads();
        int index = key - '1';
        if (index < 0 || index >= threads.size()) {
            message = List.of("That key does nothing. Press a digit to let a thread make a step.");
        } else if (!threads.get(index).isReady()) {
            message = List.of(threads.get(index).name() + " cannot make a step: it "
                    + threads.get(index).does() + ".");
        } else {
            game.step(threads.get(index).name());
            judge();
        }
    }

    private void judge() {
        Position position = game.position();
        if (position.ending().isEmpty()) {
            return;
        }
        var paragraphs = new ArrayList<String>();
        paragraphs.add(position.ending().orElseThrow().what());
        if (!position.isBroken()) {
            paragraphs.add("The program did not break. Press b to take a step back, or r to restart.");
        } else {
            int steps = game.schedule().size();
            paragraphs.add("You have reached the goal in " + steps + " steps; the fewest are " + level.fewest() + ".");
            paragraphs.add(level.why());
            paragraphs.add("Press c: can you break the corrected program, too?");
            if (!isShown) {
                progress.won(level.className());
            }
        }
        message = paragraphs;
    }

    private void showNextStep() {
        isShown = true;
        if (isCure) {
            message = List.of(
                    "Can a schedule break it? " + Proof.of(game.program()).shown());
            return;
        }
        if (losing.isEmpty()) {
            losing = LosingSchedule.of(game.program()).orElseThrow();
        }
        int made = game.schedule().size();
        if (made < losing.size() && losing.subList(0, made).equals(game.schedule())) {
            game.step(losing.get(made));
        } else {
            game.restart();
        }
        judge();
    }

    /** Changes between the program that can break and the corrected one. */
    private void change() throws IOException {
        isCure = !isCure;
        String program = isCure ? level.cure() : level.className();
        game = new Game(LevelProgram.named(program));
        source = SourceFile.read(level.source(program));
        view.begin(page());
    }

    private PlayPage page() {
        return new PlayPage(
                "Level " + levels.numberOf(level) + " of " + levels.all().size() + ": "
                        + game.program().file(),
                level.goal(),
                source,
                game.position(),
                message,
                keyNames());
    }

    private List<String> keyNames() {
        var names = new ArrayList<String>();
        List<PlayedThread> threads = game.position().threads();
        for (int i = 0; i < threads.size(); i++) {
            if (threads.get(i).isReady()) {
                names.add((i + 1) + " " + threads.get(i).name());
            }
        }
        names.addAll(List.of(
                "b back",
                "r restart",
                "s show",
                "? explain",
                isCure ? "c original" : "c corrected",
                "n next",
                "q quit"));
        return names;
    }
}
