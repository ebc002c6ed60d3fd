package interleave.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The styles of variants in charts: classes in the style sheet. */
final class VariantStyles {
    private static final int STYLES = 8;
    /** The name of the course's loop in comparisons with other loops. */
    private static final String OWN_LOOP = "interleave";
    /** The versions that a lesson has, in the order of their styles. */
    private static final List<String> LESSON_VERSIONS =
            List.of("sequential", "thread pool", "event loop", "virtual threads");

    private VariantStyles() {}

    /** The four versions of a lesson have the same style in all charts. The others get the remaining styles. */
    static Map<String, String> of(List<String> variants) {
        var styles = new LinkedHashMap<String, String>();
        for (String variant : variants) {
            int fixed = variant.equals(OWN_LOOP)
                    ? 2
                    : LESSON_VERSIONS.indexOf(LESSON_VERSIONS.stream()
                            .filter(variant::contains)
                            .findFirst()
                            .orElse(""));
            if (fixed >= 0 && !styles.containsValue("c" + fixed)) {
                styles.put(variant, "c" + fixed);
            }
        }
        List<String> all = IntStream.range(0, STYLES)
                .mapToObj(number -> "c" + (number + 4) % STYLES)
                .toList();
        for (String variant : variants) {
            if (!styles.containsKey(variant)) {
                styles.put(
                        variant,
                        all.stream()
                                .filter(style -> !styles.containsValue(style))
                                .findFirst()
                                .orElse(all.get(styles.size() % STYLES)));
            }
        }
        return styles;
    }
}
