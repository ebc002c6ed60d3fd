package interleave.course;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import interleave.course.terminal.ExitCode;
import interleave.eventloop.EventLoop;
import interleave.testjvm.TestJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./lesson tree} shows of programs that run in JVMs of their own. */
@Timeout(300)
class TreeCommandTest {

    @Test
    void showsWhatEachTaskWaitsFor() throws Exception {
        try (var program = ProgramJvm.of(WaitingPrograms.Office.class)) {
            String tree = tree(program);

            assertThat(tree)
                    .contains("Process " + program.pid() + " (interleave.course.WaitingPrograms$Office)")
                    .contains("this is not a snapshot of one instant")
                    .contains("Event loop 1 on thread main: idle, 9 tasks")
                    .containsPattern("main +\\d+\\.\\d s  gather, 5 of 5 left")
                    .containsPattern("├─ audit +\\d+\\.\\d s  sleep, 3[56]\\d\\d\\.\\d s left")
                    .containsPattern("├─ pay +\\d+\\.\\d s  lock 1, held by audit")
                    .containsPattern("├─ refund +\\d+\\.\\d s  lock 1, held by audit")
                    .containsPattern("├─ caller +\\d+\\.\\d s  read from /127\\.0\\.0\\.1:\\d+")
                    .containsPattern("└─ chief +\\d+\\.\\d s  gather, 1 of 1 left: gather, 2 of 2 left")
                    .containsPattern(" {3}├─ clerk +\\d+\\.\\d s  take from queue 2, which is empty")
                    .containsPattern(
                            " {3}└─ porter +\\d+\\.\\d s  blocking work on off-loop-1, in CountDownLatch.await, at"
                                    + " interleave\\.course\\.WaitingPrograms\\$Office\\.carry\\(WaitingPrograms")
                    .contains("java -Deventloop.debug=true");
        }
    }

    @Test
    void showsLinesOfTasksInDebugModeAndPrintsNothingInTheProgram() throws Exception {
        try (var program = ProgramJvm.of(WaitingPrograms.Office.class, "debug")) {
            assertThat(tree(program))
                    .containsPattern("pay .* lock 1, held by audit, at"
                            + " interleave\\.course\\.WaitingPrograms\\$Office\\.main\\(WaitingPrograms\\.java:\\d+\\)")
                    .doesNotContain("java -Deventloop.debug=true", "lambda$");

            program.process().toHandle().destroyForcibly(); // unlike Process.destroy, leaves the streams open
            assertThat(new String(program.process().getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                    .isEmpty();
        }
    }

    /** The numbers vary. */
    @Test
    void pageOnDebuggingShowsTheLeakedTasks() throws Exception {
        String page = Files.readString(CommandRun.COURSE.resolve("lessons/22-debugging/README.md"));
        List<Pattern> shown = page.lines()
                .dropWhile(line -> !line.equals("$ ./lesson tree PID"))
                .skip(1)
                .takeWhile(line -> !line.equals("```"))
                .filter(line -> !line.isEmpty() && !line.equals("..."))
                .map(line -> Pattern.compile("\\Q"
                        + line.replaceAll("[\\d.,]*\\d(?!\\d*\\))", "\\\\E[\\\\d.,]+\\\\Q")
                                .replaceAll(" +", "\\\\E +\\\\Q")
                        + "\\E"))
                .toList();
        assertThat(shown).hasSize(6);

        try (var program =
                ProgramJvm.start(List.of("-Deventloop.debug=true"), "debugging.notifier.LeakingNotifier", "100000")) {
            BufferedReader output = program.process().inputReader();
            for (String line = output.readLine(); !line.startsWith("order 40:"); line = output.readLine()) {}

            String tree = treeOfIdleLoop(program);

            assertThat(shown).allSatisfy(line -> assertThat(tree).containsPattern(line));
        }
    }

    @Test
    @Tag("slow")
    void readsLoopThatIsAModule() throws Exception {
        String library = Path.of(EventLoop.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString();
        try (var program = ProgramJvm.with(
                List.of("--module-path", library, "--add-modules", "interleave.eventloop"),
                WaitingPrograms.BlockedLoop.class.getName())) {
            assertThat(tree(program)).contains("Event loop 1 on thread main: busy");
        }
    }

    @Test
    @Tag("slow")
    void showsEachOfManySharedTasksOnce() throws Exception {
        try (var program = ProgramJvm.of(WaitingPrograms.Layers.class)) {
            List<String> lines = tree(program).lines().toList();

            assertThat(lines).filteredOn(line -> line.contains("-in-layer-")).hasSizeLessThan(2 * 37);
            assertThat(lines)
                    .filteredOn(line -> line.matches("[│ ├└─]*b-in-layer-3 .*"))
                    .hasSize(1);
            assertThat(lines)
                    .anyMatch(line -> line.endsWith("see a-in-layer-1, b-in-layer-1, c-in-layer-1,"
                            + " d-in-layer-1, e-in-layer-1 and 1 more"));
        }
    }

    @Test
    @Tag("slow")
    void groupsTenThousandTasksAndThreads() throws Exception {
        try (var program = ProgramJvm.of(WaitingPrograms.Crowd.class)) {
            String tree = tree(program);

            assertThat(tree)
                    .contains("10,001 tasks")
                    .containsPattern("└─ 10,000 x page-0\\.\\.9999 .* sleep, 3[56]\\d\\d\\.\\d.* s left")
                    .containsPattern("10,000 x guest-0\\.\\.9999 +LockSupport\\.park")
                    .hasSizeLessThan(2_000);
        }
    }

    @Test
    void readsBlockedLoop() throws Exception {
        try (var program = ProgramJvm.of(WaitingPrograms.BlockedLoop.class)) {
            assertThat(tree(program))
                    .containsPattern("Event loop 1 on thread main: busy for \\d+\\.\\d s by culprit, at"
                            + " \\S*\\$BlockedLoop\\.main\\(WaitingPrograms\\.java:\\d+\\)")
                    .containsPattern("victim +\\d+\\.\\d s  sleep, due \\d+\\.\\d s ago");
        }
    }

    @Test
    void namesCyclesOfTasksAndOfLocks() throws Exception {
        try (var program = ProgramJvm.of(WaitingPrograms.Circles.class)) {
            assertThat(tree(program))
                    .contains("Deadlock: these tasks wait for each other, and none of them can continue.")
                    .contains("  breakfast waits for tea, tea waits for toast, toast waits for breakfast")
                    .contains("  left waits for right, right waits for left");
        }
    }

    @Test
    void nestsThreadsInTheScopesThatTheyBelongTo(@TempDir Path folder) throws Exception {
        Path source = Files.writeString(folder.resolve("Scopes.java"), """
            import java.util.concurrent.StructuredTaskScope;
            import java.util.concurrent.StructuredTaskScope.Joiner;

            void main() throws Exception {
                try (var order = StructuredTaskScope.open(Joiner.awaitAll(), with -> with.withName("order"))) {
                    order.fork(() -> {
                        Thread.currentThread().setName("payment");
                        try (var bank = StructuredTaskScope.open(Joiner.awaitAll(), with -> with.withName("bank"))) {
                            bank.fork(() -> {
                                Thread.currentThread().setName("transfer");
                                IO.println("ready");
                                Thread.sleep(1_000_000);
                                return 0;
                            });
                            bank.join();
                        }
                        return 0;
                    });
                    order.join();
                }
            }
            """);
        try (var program = ProgramJvm.with(List.of("--enable-preview"), source.toString())) {
            assertThat(tree(program).replaceAll("(?m)(\\w) {2,}.*$", "$1")).contains("""
                main
                └─ scope order
                   └─ payment
                      └─ scope bank
                         └─ transfer
                """);
        }
    }

    @Test
    void programWithoutLoopShowsItsThreads() throws Exception {
        try (var program = ProgramJvm.of(WaitingPrograms.Brief.class)) {
            assertThat(tree(program))
                    .contains("It has no event loop of this course and no structured scope")
                    .containsPattern("main +\\S+read\\b.*, at interleave\\.course\\.WaitingPrograms\\$Brief\\.main");
        }
    }

    @Test
    void printsJson() throws Exception {
        try (var program = ProgramJvm.of(WaitingPrograms.Circles.class)) {
            CommandRun run = CommandRun.lesson("tree", program.pid(), "--json");

            Map<String, Object> page = JSON.std.mapFrom(run.printed());
            assertThat(page).containsEntry("isSnapshot", false).containsKeys("loops", "containers");
            assertThat((List<?>) page.get("loops"))
                    .singleElement()
                    .satisfies(loop -> assertThat((List<?>) ((Map<?, ?>) loop).get("cycles"))
                            .hasSize(2));
        }
    }

    @Test
    void listsProgramsWithoutProcessNumber() throws Exception {
        try (var program = ProgramJvm.of(WaitingPrograms.Brief.class)) {
            CommandRun run = CommandRun.lesson("tree");

            assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
            assertThat(run.printed())
                    .contains("./lesson tree PID")
                    .containsPattern(program.pid() + "  interleave\\.course\\.WaitingPrograms\\$Brief");
        }
    }

    @Test
    void watchEndsWithTheProgram() throws Exception {
        try (var program = ProgramJvm.of(WaitingPrograms.Brief.class)) {
            Process command = watch(program);
            BufferedReader output = command.inputReader(StandardCharsets.UTF_8);
            awaitTwoTrees(output);

            program.process().getOutputStream().close();

            assertThat(output.readAllLines().getLast()).isEqualTo("Process " + program.pid() + " has ended.");
            assertThat(command.waitFor()).isEqualTo(ExitCode.DONE);
        }
    }

    @Test
    @Tag("slow")
    void signalEndsWatchAndLeavesTheProgramAlone() throws Exception {
        try (var program = ProgramJvm.of(WaitingPrograms.Brief.class)) {
            Process command = watch(program);
            awaitTwoTrees(command.inputReader(StandardCharsets.UTF_8));

            new ProcessBuilder("kill", "-s", "TERM", String.valueOf(command.pid())) // a build may ignore INT
                    .start()
                    .waitFor();

            assertThat(command.waitFor()).isNotZero();
            assertThat(new String(command.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                    .isEmpty();
            assertThat(program.process().isAlive()).isTrue();
        }
    }

    private static Process watch(ProgramJvm program) throws IOException {
        return TestJvm.of(
                        List.of("--enable-preview", "-Dinterleave.home=" + CommandRun.COURSE),
                        Main.class,
                        "tree",
                        "--watch=1",
                        program.pid())
                .start();
    }

    private static void awaitTwoTrees(BufferedReader output) throws IOException {
        int trees = 0;
        while (trees < 2) {
            String line = output.readLine();
            assertThat(line).isNotNull();
            trees += line.startsWith("Process ") ? 1 : 0;
        }
    }

    /** The loop may be busy when the command reads it, so this repeats the command until the loop is idle. */
    private static String treeOfIdleLoop(ProgramJvm program) {
        String tree = tree(program);
        while (!tree.contains(": idle, ")) {
            tree = tree(program);
        }
        return tree;
    }

    private static String tree(ProgramJvm program) {
        CommandRun run = CommandRun.lesson("tree", program.pid());
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(ExitCode.DONE);
        return run.printed();
    }
}
