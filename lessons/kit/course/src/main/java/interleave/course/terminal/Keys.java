package interleave.course.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The keys of a terminal, one by one as they are pressed; without {@code stty}, as on Windows, line by line. The
 * settings of the terminal are restored at the end, also when Ctrl-C ends the program, and set again after Ctrl-Z and
 * {@code fg}.
 */
public final class Keys implements AutoCloseable {
    /** Stands for the end of input: the terminal was closed. */
    public static final char END = 0;

    public static final char ENTER = '\n';
    public static final char ESCAPE = 27;
    public static final char LEFT = 1;
    public static final char RIGHT = 2;
    public static final char DOWN = 3;

    /** Comes after Ctrl-Z and {@code fg}: a shell restores its own settings while this program is stopped. */
    private static final SystemSignal CONTINUED = new SystemSignal("CONT");

    private final Optional<String> before;
    private final Optional<Object> handlerBefore;
    private final ShutdownHook hook;
    private boolean actAtOnce;

    private Keys(Optional<String> before) {
        this.before = before;
        this.hook = ShutdownHook.of(this::restore);
        this.handlerBefore = before.map(settings -> CONTINUED.handle(Keys::showSingleKeys));
    }

    /** Calls {@code pressed}, on a separate thread, for each key that is a letter, a digit or a question mark. */
    public static Keys read(InputStream in, Consumer<Character> pressed) throws InterruptedException {
        return readWithArrows(in, key -> {
            if (key == END || key > ' ') {
                pressed.accept(key);
            }
        });
    }

    /** Like {@link #read}, also for Enter, Escape and arrow keys. Where keys need Enter, it is not reported. */
    public static Keys readWithArrows(InputStream in, Consumer<Character> pressed) throws InterruptedException {
        var keys = new Keys(stty("-g")); // before the switch, because Ctrl-Z may follow at once
        keys.actAtOnce = keys.before.isPresent() && showSingleKeys();
        boolean enterIsAKey = keys.actAtOnce;
        Thread.ofPlatform().daemon().name("keys").start(() -> read(pressed, in, enterIsAKey));
        return keys;
    }

    /** Whether a key takes effect without Enter. */
    public boolean actAtOnce() {
        return actAtOnce;
    }

    private static void read(Consumer<Character> pressed, InputStream in, boolean enterIsAKey) {
        try {
            for (int key = in.read(); key >= 0; key = in.read()) {
                if (key == ESCAPE) {
                    afterEscape(in).ifPresent(pressed);
                } else if (Character.isLetterOrDigit(key) || key == '?') {
                    pressed.accept(Character.toLowerCase((char) key));
                } else if (enterIsAKey && (key == '\n' || key == '\r')) {
                    pressed.accept(ENTER);
                }
            }
        } catch (IOException closed) {
            // treated as the end of the input
        }
        pressed.accept(END);
    }

    /** An arrow or function key sends several bytes at once, such as {@code ESC [ C} or {@code ESC O C}. */
    private static Optional<Character> afterEscape(InputStream in) throws IOException {
        if (in.available() == 0) {
            return Optional.of(ESCAPE);
        }
        int last = in.read();
        if (last == '[' || last == 'O') {
            do {
                last = in.read();
            } while (last >= ' ' && last < '@'); // numbers, such as those of a key with Shift
        }
        return switch (last) {
            case 'B' -> Optional.of(DOWN);
            case 'C' -> Optional.of(RIGHT);
            case 'D' -> Optional.of(LEFT);
            default -> Optional.empty();
        };
    }

    /** Switches the terminal to single keys. Returns whether that worked. */
    private static boolean showSingleKeys() throws InterruptedException {
        return stty("-icanon", "-echo", "min", "1", "time", "0").isPresent();
    }

    /** The output of {@code stty}; empty when it is missing or fails. */
    private static Optional<String> stty(String... arguments) throws InterruptedException {
        var command = new ArrayList<>(List.of("stty"));
        command.addAll(List.of(arguments));
        try {
            Process stty = new ProcessBuilder(command)
                    .redirectInput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return stty.waitFor(5, TimeUnit.SECONDS) && stty.exitValue() == 0
                    ? Optional.of(said.strip())
                    : Optional.empty();
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    private void restore() {
        before.ifPresent(settings -> {
            try {
                stty(settings);
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public void close() {
        handlerBefore.ifPresent(CONTINUED::restore);
        restore();
        hook.close();
    }
}
