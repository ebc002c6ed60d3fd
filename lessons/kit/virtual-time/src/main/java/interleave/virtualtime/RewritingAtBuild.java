package interleave.virtualtime;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Installs virtual time when this module is built, so that the classes which are rewritten then are kept beside the
 * engine's: {@code RewritingAtBuild FOLDER_OF_CLASSES}.
 */
final class RewritingAtBuild {
    private RewritingAtBuild() {}

    static void main(String[] arguments) throws IOException {
        System.setProperty("interleave.virtualtime.keep", Path.of(arguments[0]).toString());
        Installation.ensure();
    }
}
