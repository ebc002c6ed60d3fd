package interleave.recorder.svg;

import interleave.recorder.layout.ResourceFile;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The light and the dark colours of {@code states.css}, which defines them as CSS variables. Many viewers of SVG files
 * know no variables and draw everything black, so a picture gets the colours themselves.
 */
final class ColourScheme {

    private static final Pattern DEFINITION = Pattern.compile("--([a-z-]+):([^;}]+)");
    private static final Pattern USE = Pattern.compile("var\\(--([a-z-]+)\\)");
    private static final String DARK = "@media (prefers-color-scheme:dark)";

    private final Map<String, String> light;
    private final Map<String, String> dark;
    private final String rules;

    private ColourScheme(String light, String dark, String rules) {
        this.light = definitions(light);
        this.dark = definitions(dark);
        this.rules = rules;
    }

    /** The scheme of the states, whose first two lines define the light and the dark colours. */
    static ColourScheme ofStates() {
        String[] parts = ResourceFile.text(ColourScheme.class, "states.css").split("\n", 3);
        return new ColourScheme(parts[0], parts[1], parts[2]);
    }

    /** The rules for the states and {@code more}, in light colours, followed by those that differ in the dark. */
    String withoutVariables(String more) {
        String all = rules + "\n" + more;
        var inTheDark = new StringBuilder();
        all.replace("}", "}\n")
                .lines()
                .filter(rule -> USE.matcher(rule).find())
                .forEach(rule -> inTheDark.append(resolved(rule, dark)));
        return resolved(all, light) + "\n" + DARK + "{" + inTheDark + "}";
    }

    private static String resolved(String css, Map<String, String> colours) {
        return USE.matcher(css).replaceAll(use -> Matcher.quoteReplacement(colour(use, colours)));
    }

    private static String colour(MatchResult use, Map<String, String> colours) {
        String colour = colours.get(use.group(1));
        if (colour == null) {
            throw new IllegalStateException("states.css does not define the colour " + use.group());
        }
        return colour;
    }

    private static Map<String, String> definitions(String css) {
        var colours = new TreeMap<String, String>();
        DEFINITION.matcher(css).results().forEach(each -> colours.put(each.group(1), each.group(2)));
        return colours;
    }
}
