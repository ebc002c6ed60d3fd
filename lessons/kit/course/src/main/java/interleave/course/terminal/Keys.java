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

    private static final char ESCAPE = 27;

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
        var keys = new Keys(stty("-g")); // before the switch, because Ctrl-Z may follow at once
        keys.actAtOnce = keys.before.isPresent() && showSingleKeys();
        Thread.ofPlatform().daemon().name("keys").start(() -> read(pressed, in));
        return keys;
    }

    /** Whether a key takes effect without Enter. */
    public boolean actAtOnce() {
        return actAtOnce;
    }

    private static void read(Consumer<Character> pressed, InputStream in) {
        try {
            for (int key = in.read(); key >= 0; key = in.read()) {
                if (key == ESCAPE) {
                    in.skipNBytes(in.available()); // an arrow or function key: several bytes at once
                } else if (Character.isLetterOrDigit(key) || key == '?') {
                    pressed.accept(Character.toLowerCase((char) key));
                }
            }
        } catch (IOException closed) {
            // treated as the end of the input
        }
        pressed.accept(END);
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
