package benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;

/** What there is of Python on a machine, from little to much. */
public enum Python {
    NONE,
    WITHOUT_AIOHTTP,
    WITH_AIOHTTP;

    static final String COMMAND = "python3";

    /** On this machine, for the scripts of {@code benchmarks/python}. */
    public static Python here() {
        return !does("import sys; sys.exit(sys.version_info < (3, 8))")
                ? NONE
                : does("import aiohttp") ? WITH_AIOHTTP : WITHOUT_AIOHTTP;
    }

    private static boolean does(String statement) {
        try {
            return new ProcessBuilder(COMMAND, "-c", statement)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The text of one of the scripts. */
    static String script(String name) throws IOException {
        try (InputStream script = Python.class.getResourceAsStream("/python/" + name)) {
            if (script == null) {
                throw new IOException(name + " is not in benchmarks.jar");
            }
            return new String(script.readAllBytes(), UTF_8);
        }
    }
}
