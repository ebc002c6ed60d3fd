package interleave.course.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.testjvm.TestJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A program that is ended by a signal takes its processes with it, and prints no stack trace. */
class ShutdownHookTest {
    private static final int PATIENCE_SECONDS = 120;

    /** Starts a process that starts another one, prints the number of both, and waits. */
    static final class Parent {
        @SuppressWarnings("try") // the hook is only held
        public static void main(String[] arguments) throws Exception {
            Process child = new ProcessBuilder("sh", "-c", "sleep 1000 & echo $!; wait").start();
            try (var hook = ShutdownHook.ending(child);
                    BufferedReader numbers = child.inputReader()) {
                System.out.println(child.pid() + " " + numbers.readLine());
                child.waitFor();
            }
        }
    }

    /** Closes a hook while the program ends. */
    static final class Closing {
        public static void main(String[] arguments) {
            var hook = ShutdownHook.of(() -> {});
            Runtime.getRuntime().addShutdownHook(new Thread(hook::close));
        }
    }

    @Test
    void endsProcessAndItsChildren() throws Exception {
        Process parent = java(Parent.class);
        String[] numbers = parent.inputReader().readLine().split(" ");
        var child = ProcessHandle.of(Long.parseLong(numbers[0])).orElseThrow();
        var grandchild = ProcessHandle.of(Long.parseLong(numbers[1])).orElseThrow();

        parent.toHandle().destroy(); // leaves its output open

        child.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        grandchild.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(parent.inputReader().readAllLines()).isEmpty();
    }

    @Test
    void closesQuietlyWhileTheProgramEnds() throws Exception {
        Process closing = java(Closing.class);

        assertThat(closing.inputReader().readAllLines()).isEmpty();
        assertThat(closing.waitFor()).isZero();
    }

    private static Process java(Class<?> main) throws IOException {
        return TestJvm.of(List.of("--enable-preview"), main)
                .redirectErrorStream(true)
                .start();
    }
}
