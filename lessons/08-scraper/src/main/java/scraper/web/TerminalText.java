package scraper.web;

import java.util.regex.Pattern;

/** Makes text from other machines safe to print: it could contain commands for the terminal. */
public final class TerminalText {

    private static final Pattern SPACE = Pattern.compile("[\\s\\u0085\\u2028\\u2029]+");
    /** Control characters, overrides of the writing direction, and halves of characters. Joined emoji stay. */
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}&&[^\\u200c\\u200d]]");

    private TerminalText() {}

    /** A single line without unsafe characters. */
    public static String of(String text) {
        return UNSAFE.matcher(SPACE.matcher(text.strip()).replaceAll(" ")).replaceAll("");
    }

    /** Cuts text that is longer than a number of characters, and ends it with three dots. */
    public static String shortened(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 3)) + "...";
    }
}
