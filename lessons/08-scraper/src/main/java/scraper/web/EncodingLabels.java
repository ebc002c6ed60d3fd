package scraper.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The charsets that browsers use for a label. They differ from those of {@link Charset#forName}: {@code iso-8859-1},
 * for example, means windows-1252.
 */
final class EncodingLabels {

    private static final Map<String, Charset> CHARSETS = read("/scraper/web/encoding-labels.txt");

    private EncodingLabels() {}

    /** Empty when browsers or the JDK do not know the label. */
    static Optional<Charset> charset(String label) {
        return Optional.ofNullable(CHARSETS.get(label.strip().toLowerCase(Locale.ROOT)));
    }

    private static Map<String, Charset> read(String resource) {
        var charsets = new HashMap<String, Charset>();
        for (String line : text(resource).lines().toList()) {
            String[] words = line.split(" +");
            if (!line.startsWith("#") && Charset.isSupported(words[0])) {
                for (int i = 1; i < words.length; i++) {
                    charsets.put(words[i], Charset.forName(words[0]));
                }
            }
        }
        return Map.copyOf(charsets);
    }

    private static String text(String resource) {
        try (InputStream text = EncodingLabels.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(text, resource).readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
