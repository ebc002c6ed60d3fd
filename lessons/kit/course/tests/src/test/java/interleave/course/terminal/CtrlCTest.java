package interleave.course.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import interleave.testjvm.TestJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The first Ctrl-C ends what is running, and the second one ends the program without a stack trace. */
class CtrlCTest {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final int BIT_OF_INT = 1;

    /** Handles Ctrl-C as a lesson and a benchmark do, and takes forever to end. */
    static final class Ending {
        @SuppressWarnings("try") // both are only held
        public static void main(String[] arguments) throws Exception {
            var ended = new CountDownLatch(1);
            try (var ctrlC = CtrlC.handledBy(() -> {
                        System.out.println("ending");
                        ended.await();
                    });
                    var hook = ShutdownHook.of(ended::countDown)) {
                System.out.println("running");
                ended.await();
            }
        }
    }

    /** Ends because of a Ctrl-C, and closes everything in the meantime. */
    static final class Closing {
        public static void main(String[] arguments) throws Exception {
            var ctrlC = CtrlC.handledBy(() -> {});
            var hook = ShutdownHook.of(() -> {});
            var isEnding = new CountDownLatch(1);
            Thread main = Thread.currentThread();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                isEnding.countDown();
                joinQuietly(main);
            }));
            ctrlC.close();
            System.out.println("running");
            isEnding.await();
            hook.close();
            ShutdownHook.of(() -> System.out.println("ended at once")).close();
            CtrlC.handledBy(() -> {}).close();
            System.out.println("ending");
        }

        private static void joinQuietly(Thread thread) {
            try {
                thread.join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** A shell without job control starts its background jobs so, and programs inherit it. */
    @BeforeAll
    static void requireThatSignalIsNotIgnored() throws IOException {
        if (Files.exists(STATUS)) {
            long ignored = Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith("SigIgn:"))
                    .mapToLong(line -> Long.parseUnsignedLong(
                            line.substring("SigIgn:".length()).strip(), 16))
                    .sum();
            assumeTrue((ignored >> BIT_OF_INT & 1) == 0, "SIGINT is ignored here");
        }
    }

    @Test
    void secondOneEndsTheProgramWithoutStackTrace() throws Exception {
        Process program = start(Ending.class);
        BufferedReader output = program.inputReader();
        assertThat(output.readLine()).isEqualTo("running");

        press(program);
        assertThat(output.readLine()).isEqualTo("ending");
        press(program);

        assertThat(output.readAllLines()).isEmpty();
        assertThat(program.waitFor()).isEqualTo(ExitCode.ENDED_BY_CTRL_C);
    }

    @Test
    void oneAfterTheRunPrintsNoStackTraceWhileTheProgramEnds() throws Exception {
        Process program = start(Closing.class);
        BufferedReader output = program.inputReader();
        assertThat(output.readLine()).isEqualTo("running");

        press(program);

        assertThat(output.readAllLines()).containsExactly("ended at once", "ending");
        assertThat(program.waitFor()).isEqualTo(ExitCode.ENDED_BY_CTRL_C);
    }

    private static void press(Process program) throws Exception {
        new ProcessBuilder("kill", "-s", "INT", String.valueOf(program.pid()))
                .inheritIO()
                .start()
                .waitFor();
    }

    private static Process start(Class<?> main) throws IOException {
        return TestJvm.of(List.of("--enable-preview"), main)
                .redirectErrorStream(true)
                .start();
    }
}
