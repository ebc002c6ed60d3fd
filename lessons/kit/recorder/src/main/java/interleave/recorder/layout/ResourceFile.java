package interleave.recorder.layout;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads text files in the package of a view: style sheets, scripts, patterns. */
public final class ResourceFile {

    private ResourceFile() {}

    /** The text of the file {@code name} in the package of {@code view}. */
    public static String text(Class<?> view, String name) {
        try (InputStream stream = view.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("The jar of the recorder lacks the file " + name + ". Build it again.");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
