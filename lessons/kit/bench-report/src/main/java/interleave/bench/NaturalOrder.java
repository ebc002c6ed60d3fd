package interleave.bench;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Orders texts as people do: numbers in them by their value, so that "student 2" is before "student 10". */
public final class NaturalOrder implements Comparator<String> {
    public static final NaturalOrder INSTANCE = new NaturalOrder();

    /** A number, such as {@code 1,000}, or the text between two numbers. */
    private static final Pattern PART = Pattern.compile("\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+|\\D+");

    private NaturalOrder() {}

    @Override
    public int compare(String one, String other) {
        List<String> parts = parts(one);
        List<String> others = parts(other);
        for (int index = 0; index < Math.min(parts.size(), others.size()); index++) {
            int order = compareParts(parts.get(index), others.get(index));
            if (order != 0) {
                return order;
            }
        }
        return parts.size() == others.size() ? one.compareTo(other) : Integer.compare(parts.size(), others.size());
    }

    private static int compareParts(String one, String other) {
        return isNumber(one) && isNumber(other) ? number(one).compareTo(number(other)) : one.compareToIgnoreCase(other);
    }

    private static boolean isNumber(String part) {
        return Character.isDigit(part.charAt(0));
    }

    private static BigInteger number(String part) {
        return new BigInteger(part.replace(",", ""));
    }

    private static List<String> parts(String text) {
        return PART.matcher(text).results().map(MatchResult::group).toList();
    }
}
