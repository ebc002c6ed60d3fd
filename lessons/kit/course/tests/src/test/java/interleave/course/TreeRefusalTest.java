package interleave.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import interleave.course.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Processes of which {@code ./lesson tree} shows nothing: each gets a message of at most three lines. */
@Timeout(120)
class TreeRefusalTest {

    @Test
    void refusesWord() {
        assertThat(refusal("orders")).contains("'orders' is not the number of a process", "./lesson tree");
    }

    @Test
    void refusesNumberWithoutProcess() throws Exception {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();

        assertThat(refusal(String.valueOf(ended.pid()))).contains("There is no process " + ended.pid());
    }

    @Test
    void refusesProgramThatIsNotJava() throws Exception {
        assertThat(refusal("sleep", "1000")).contains("is not a Java program");
    }

    @Test
    void refusesItself() {
        assertThat(refusal(String.valueOf(ProcessHandle.current().pid()))).contains("is this command itself");
    }

    @Test
    void refusesStoppedProcessAtOnce() throws Exception {
        try (var program = ProgramJvm.of(WaitingPrograms.Brief.class)) {
            program.signal("STOP");

            assertThat(refusal(program.pid())).contains("is stopped", "kill -s CONT " + program.pid());
        }
    }

    @Test
    void refusesProcessOfAnotherUser() throws Exception {
        assumeTrue(canRun("setpriv", "--reuid=65534", "true"), "only root can start a process of another user");

        assertThat(refusal("setpriv", "--reuid=65534", "sleep", "1000"))
                .contains("A JVM answers its own user only", "sudo -u");
    }

    @Test
    void refusesProcessOfAnotherContainer() throws Exception {
        assumeTrue(canRun("unshare", "-n", "true"), "this system does not allow a network of its own");

        assertThat(refusal("unshare", "-n", "sleep", "1000")).contains("runs in another container");
        assertThat(refusal("unshare", "-m", "sleep", "1000")).contains("runs in another container");
    }

    @Test
    void refusesJvmThatForbidsIt() throws Exception {
        try (var program =
                ProgramJvm.with(List.of("-XX:+DisableAttachMechanism"), WaitingPrograms.Brief.class.getName())) {
            assertThat(refusal(program.pid())).contains("-XX:+DisableAttachMechanism");
        }
    }

    @Test
    @Tag("slow")
    void refusesOlderJdk(@TempDir Path folder) throws Exception {
        Optional<Path> older = olderJdk();
        assumeTrue(older.isPresent(), "there is no older JDK on this machine");
        Path source = Files.writeString(folder.resolve("Old.java"), """
            public class Old {
                public static void main(String[] arguments) throws Exception {
                    System.out.println("ready");
                    System.in.read();
                }
            }
            """);
        Process process = new ProcessBuilder(older.get().resolve("bin/java").toString(), source.toString()).start();
        try (var program = new ProgramJvm(process)) {
            assertThat(process.inputReader().readLine()).isEqualTo("ready");

            assertThat(refusal(program.pid())).contains("runs on JDK ", "Start it with JDK 25 or newer");
        }
    }

    private static Optional<Path> olderJdk() throws IOException {
        Path all = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(all)) {
            return Optional.empty();
        }
        try (Stream<Path> folders = Files.list(all)) {
            return folders.filter(folder -> folder.getFileName().toString().matches(".*-(17|21)-.*"))
                    .filter(folder -> Files.isExecutable(folder.resolve("bin/javac")))
                    .findFirst();
        }
    }

    private static boolean canRun(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    private static String refusal(String program, String... arguments) throws Exception {
        Process process = new ProcessBuilder(
                        Stream.concat(Stream.of(program), Stream.of(arguments)).toList())
                .start();
        try {
            awaitLast(process, arguments);
            return refusal(String.valueOf(process.pid()));
        } finally {
            process.destroyForcibly();
        }
    }

    /** Waits until the process has become the program that its last but one argument names. */
    private static void awaitLast(Process process, String... arguments) throws InterruptedException {
        String last = arguments[arguments.length - 1];
        for (Optional<String[]> now = process.info().arguments();
                now.isPresent() && now.get().length != 1;
                now = process.info().arguments()) {
            assertThat(now.get()).endsWith(last);
            Thread.sleep(1);
        }
    }

    private static String refusal(String pid) {
        CommandRun run = CommandRun.lesson("tree", pid);
        assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(run.printed()).isEmpty();
        assertThat(run.err().lines()).hasSizeBetween(1, 3);
        return run.err();
    }
}
