package interleave.course.play;

import interleave.course.terminal.Keys;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Queue;

/** Reads keys from typed lines. In a line of digits, each digit is a key; otherwise, the first character is the key. */
final class TypedLines implements PlaySession.KeySource {
    private final BufferedReader lines;
    private final Queue<Character> digits = new ArrayDeque<>();

    TypedLines(BufferedReader lines) {
        this.lines = lines;
    }

    @Override
    public char next() throws IOException {
        if (!digits.isEmpty()) {
            return digits.remove();
        }
        String line = lines.readLine();
        if (line == null) {
            return Keys.END;
        }
        String typed = line.strip().toLowerCase(Locale.ROOT);
        if (typed.matches("\\d+")) {
            typed.chars().skip(1).forEach(digit -> digits.add((char) digit));
        }
        return typed.isEmpty() ? Keys.ENTER : typed.charAt(0);
    }
}
