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
 * The keys of a terminal, as they are pressed; where it cannot be told to (on Windows), as lines end. What was changed
 * of the terminal is put back, also when the program is killed by Ctrl-C.
 */
public final class Keys implements AutoCloseable {
    /** Pressed by nobody: the terminal was closed. */
    public static final char END = 0;

    private static final char ESCAPE = 27;

    private final Optional<String> before;
    private final Thread putBack = new Thread(this::putBack);

    private Keys(Optional<String> before) {
        this.before = before;
    }

    /** Calls {@code pressed}, on a thread of its own, for each key that is a letter or a digit. */
    public static Keys read(InputStream in, Consumer<Character> pressed) throws InterruptedException {
        Optional<String> before = stty("-g");
        boolean raw = before.isPresent()
                && stty("-icanon", "-echo", "min", "1", "time", "0").isPresent();
        var keys = new Keys(raw ? before : Optional.empty());
        Runtime.getRuntime().addShutdownHook(keys.putBack);
        Thread.ofPlatform().daemon().name("keys").start(() -> read(pressed, in));
        return keys;
    }

    /** Whether a key acts at once, without Enter. */
    public boolean actAtOnce() {
        return before.isPresent();
    }

    private static void read(Consumer<Character> pressed, InputStream in) {
        try {
            for (int key = in.read(); key >= 0; key = in.read()) {
                if (key == ESCAPE) {
                    in.skipNBytes(in.available()); // an arrow or function key: several bytes at once
                } else if (Character.isLetterOrDigit(key)) {
                    pressed.accept(Character.toLowerCase((char) key));
                }
            }
        } catch (IOException closed) {
            // as its end
        }
        pressed.accept(END);
    }

    /** What stty says, if there is one and it agrees. */
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

    private void putBack() {
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
        putBack();
        Runtime.getRuntime().removeShutdownHook(putBack);
    }
}
