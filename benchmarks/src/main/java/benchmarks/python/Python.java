package benchmarks.python;

import static java.nio.charset.StandardCharsets.UTF_8;

import benchmarks.processes.ChildProcess;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Which parts of Python a machine has, from none to all. */
public enum Python {
    NONE,
    WITHOUT_AIOHTTP,
    WITH_AIOHTTP;

    static final String COMMAND = "python3";

    /** Ends with one of the exit codes below, or with another one if Python is too old. */
    private static final String PROBE = """
        import importlib.util, sys
        sys.exit(1 if sys.version_info < (3, 8) else 10 if importlib.util.find_spec("aiohttp") else 11)
        """;

    private static final int AIOHTTP_FOUND = 10;
    private static final int AIOHTTP_MISSING = 11;

    /** Probed only once, because starting Python takes a moment. */
    private static final class OnThisMachine {
        static final Python FOUND = probe();
    }

    /** What this machine has for the scripts in {@code benchmarks/python}. */
    public static Python here() {
        return OnThisMachine.FOUND;
    }

    private static Python probe() {
        try {
            var python = new ProcessBuilder(COMMAND, "-c", PROBE)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return switch (python.waitFor()) {
                case AIOHTTP_FOUND -> WITH_AIOHTTP;
                case AIOHTTP_MISSING -> WITHOUT_AIOHTTP;
                default -> NONE;
            };
        } catch (IOException absent) {
            return NONE;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return NONE;
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
