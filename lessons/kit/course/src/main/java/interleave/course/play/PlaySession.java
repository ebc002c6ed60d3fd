package interleave.course.play;

import interleave.course.lessons.Level;
import interleave.course.play.view.FullScreenView;
import interleave.course.play.view.PlainView;
import interleave.course.play.view.PlayView;
import interleave.course.terminal.Keys;
import interleave.course.terminal.Screen;
import interleave.course.terminal.ShutdownHook;
import interleave.practice.exercises.Progress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Lets a student play one level after another. */
public final class PlaySession {
    /** More keys than a person types before the screen is drawn. */
    private static final int TYPED_AHEAD = 100;

    private final Levels levels;
    private final Progress progress;
    private final Screen screen;

    /** Where keys come from. */
    interface KeySource {
        /** The next key; {@link Keys#END} when the input has ended. */
        char next() throws IOException, InterruptedException;
    }

    public PlaySession(Levels levels, Progress progress, Screen screen) {
        this.levels = levels;
        this.progress = progress;
        this.screen = screen;
    }

    /** Plays until the student quits; line by line if {@code plain}, otherwise with single keys. */
    public void run(Level first, boolean plain) throws IOException, InterruptedException {
        if (plain) {
            var lines = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
            play(first, new PlainView(screen), new TypedLines(lines));
        } else {
            playWithKeys(first);
        }
    }

    private void playWithKeys(Level first) throws IOException, InterruptedException {
        BlockingQueue<Character> pressed = new ArrayBlockingQueue<>(TYPED_AHEAD);
        try (var keys = Keys.readWithArrows(System.in, key -> enqueue(pressed, key))) {
            if (!keys.actAtOnce()) {
                screen.line("Press Enter after each key: this terminal sends whole lines only.");
            }
            play(first, new FullScreenView(screen), pressed::take);
        }
    }

    /** Blocks while the queue is full. Called by the thread that reads the keys. */
    private static void enqueue(BlockingQueue<Character> pressed, char key) {
        try {
            pressed.put(key);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    @SuppressWarnings("try") // the hook is closed at the end, and not used otherwise
    private void play(Level first, PlayView view, KeySource keys) throws IOException, InterruptedException {
        try (var ctrlC = ShutdownHook.of(this::sayHowToContinue)) {
            Optional<Level> current = Optional.of(first);
            while (current.isPresent()) {
                current = new LevelSession(levels, current.get(), progress, view, keys).run();
            }
        }
        sayHowToContinue();
    }

    /** On a line of its own, after the last prompt. */
    private void sayHowToContinue() {
        screen.line();
        screen.line();
        screen.line("To continue: ./lesson play");
    }
}
