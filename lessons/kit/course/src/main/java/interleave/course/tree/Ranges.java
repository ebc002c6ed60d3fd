package interleave.course.tree;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** One text for many that differ in numbers only: {@code page-1..9998} for page-1, page-2 and so on. */
final class Ranges {
    private static final Pattern NUMBER = Pattern.compile("(?<=@)[0-9a-f]+|\\d+(\\.\\d+)?");

    private Ranges() {}

    /** The text without its numbers. Texts with the same pattern have one range. */
    static String pattern(String text) {
        return NUMBER.matcher(text).replaceAll("#");
    }

    /** One text for all; the first and the last if they have different patterns. */
    static String of(List<String> texts) {
        String first = texts.getFirst();
        String pattern = pattern(first);
        if (!texts.stream().allMatch(text -> pattern(text).equals(pattern))) {
            return first + " ... " + texts.getLast();
        }
        List<List<String>> numbers = texts.stream().map(Ranges::numbers).toList();
        int[] place = {0};
        return NUMBER.matcher(first).replaceAll(number -> range(numbers, place[0]++));
    }

    private static List<String> numbers(String text) {
        return NUMBER.matcher(text).results().map(MatchResult::group).toList();
    }

    private static String range(List<List<String>> numbers, int place) {
        List<String> here =
                numbers.stream().map(each -> each.get(place)).distinct().toList();
        if (here.size() == 1) {
            return here.getFirst();
        }
        try {
            var byValue = Comparator.<String, BigDecimal>comparing(BigDecimal::new);
            return Collections.min(here, byValue) + ".." + Collections.max(here, byValue);
        } catch (NumberFormatException hexadecimal) {
            return "...";
        }
    }
}
