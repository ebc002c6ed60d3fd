package interleave.course.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Single keys on a terminal, which {@code script} of util-linux provides. */
class KeysTest {
    private static final Path SCRIPT = Path.of("/usr/bin/script");

    /** Reads single keys until it is ended. */
    static final class Reader {
        @SuppressWarnings("try") // the keys are only held
        public static void main(String[] arguments) throws Exception {
            try (var keys = Keys.read(System.in, key -> {})) {
                Thread.sleep(600_000);
            }
        }
    }

    /** The steps of a shell at Ctrl-Z and fg: it restores the terminal, and a signal continues the program. */
    private static final String STOP_AND_CONTINUE = """
        exec 3<&0
        await() {
            for second in $(seq 120); do
                case $(stty -a) in *" $1 "*) return ;; esac
                sleep 1
            done
            echo "never $1"
            return 1
        }
        "$JAVA" --enable-preview -cp "$CLASSES" "$MAIN" <&3 &
        await -icanon
        kill -s STOP $!
        stty icanon echo
        kill -s CONT $!
        await -icanon && echo "single keys again"
        kill $!
        await icanon && echo "lines again"
        """;

    @Test
    void singleKeysWorkAgainAfterTheProgramWasStopped() throws Exception {
        assumeTrue(Files.isExecutable(SCRIPT) || System.getenv("CI") != null, "script is not installed");

        assertThat(onTerminal(STOP_AND_CONTINUE))
                .contains("single keys again", "lines again")
                .doesNotContain("never");
    }

    private static String onTerminal(String commands) throws IOException {
        var terminal = new ProcessBuilder(SCRIPT.toString(), "-qec", commands, "/dev/null");
        terminal.environment()
                .put(
                        "JAVA",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString());
        terminal.environment().put("CLASSES", System.getProperty("java.class.path"));
        terminal.environment().put("MAIN", Reader.class.getName());
        terminal.environment().put("SHELL", "/bin/sh");
        Process process = terminal.redirectErrorStream(true).start();
        return String.join("\n", process.inputReader().readAllLines());
    }
}
