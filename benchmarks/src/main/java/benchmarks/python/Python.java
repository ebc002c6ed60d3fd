package benchmarks.python;

import static java.nio.charset.StandardCharsets.UTF_8;

import benchmarks.processes.ChildProcess;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** How much of Python a machine has, from nothing to most. */
public enum Python {
    NONE,
    WITHOUT_AIOHTTP,
    WITH_AIOHTTP;

    static final String COMMAND = "python3";

    /** On this machine, for the scripts of {@code benchmarks/python}. */
    public static Python here() {
        return !succeeds("import sys; sys.exit(sys.version_info < (3, 8))")
                ? NONE
                : succeeds("import aiohttp") ? WITH_AIOHTTP : WITHOUT_AIOHTTP;
    }

    private static boolean succeeds(String statement) {
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

    /**
     * Runs one of the scripts of {@code benchmarks/python}.
     *
     * @throws IOException when there is no {@value #COMMAND}
     */
    public static ChildProcess process(String script, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(COMMAND, "-c", source(script)));
        command.addAll(List.of(arguments));
        return new ChildProcess(COMMAND, command);
    }

    private static String source(String script) throws IOException {
        try (InputStream source = Python.class.getResourceAsStream("/python/" + script)) {
            if (source == null) {
                throw new IOException(script + " is not in benchmarks.jar");
            }
            return new String(source.readAllBytes(), UTF_8);
        }
    }
}
