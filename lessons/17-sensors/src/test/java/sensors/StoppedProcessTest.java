package sensors;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import interleave.testjvm.TestJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A process that ticks a hundred times per second is stopped for a second, as if a laptop were closed. On a busy
 * machine, further ticks are late, so these numbers are lower limits. The sums are exact.
 */
@Tag("slow")
@Timeout(300)
class StoppedProcessTest {

    /** The ticks of a process. {@code late} counts those that began when the next one was already due. */
    private record Ticks(long happened, long missed, long late, long worstMillis) {
        static Ticks parse(String line) {
            var numbers =
                    Arrays.stream(line.split(" ")).mapToLong(Long::parseLong).toArray();
            return new Ticks(numbers[0], numbers[1], numbers[2], numbers[3]);
        }
    }

    @BeforeAll
    static void signalsExist() throws Exception {
        boolean exist;
        try {
            exist = run("kill", "-l") == 0
                    && run("ps", "-p", Long.toString(ProcessHandle.current().pid())) == 0;
        } catch (IOException noSuchCommand) {
            exist = false;
        }
        assumeThat(exist).as("the system has the commands kill and ps").isTrue();
    }

    @Test
    void burstFiresAllHundredTicksOfTheSecond() throws Exception {
        var ticks = stopForASecond(MissedTicks.BURST);

        assertThat(ticks.happened).isEqualTo(StoppedProbe.MOMENTS);
        assertThat(ticks.missed).isZero();
        assertThat(ticks.late).isGreaterThanOrEqualTo(99);
        assertThat(ticks.worstMillis).isGreaterThanOrEqualTo(990);
    }

    @Test
    void skipFiresOneAndCountsTheOthers() throws Exception {
        var ticks = stopForASecond(MissedTicks.SKIP);

        assertThat(ticks.happened + ticks.missed).isEqualTo(StoppedProbe.MOMENTS);
        assertThat(ticks.missed).isGreaterThanOrEqualTo(99).isGreaterThanOrEqualTo(ticks.late);
        assertThat(ticks.worstMillis).isGreaterThanOrEqualTo(990);
    }

    private static Ticks stopForASecond(MissedTicks policy) throws Exception {
        Process process = TestJvm.of(List.of(), StoppedProbe.class, policy.name())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader printed = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(printed.readLine()).isEqualTo("ticking");
            String pid = Long.toString(process.pid());
            assertThat(run("kill", "-STOP", pid)).isZero();
            await().atMost(Duration.ofSeconds(60)).until(() -> stateOf(pid).startsWith("T"));
            Thread.sleep(1_000);
            assertThat(run("kill", "-CONT", pid)).isZero();
            String last = printed.readLine();
            assertThat(process.waitFor(1, MINUTES)).isTrue();
            return Ticks.parse(last);
        } finally {
            process.destroyForcibly();
        }
    }

    private static String stateOf(String pid) throws Exception {
        Process ps = new ProcessBuilder(List.of("ps", "-o", "state=", "-p", pid)).start();
        try (BufferedReader printed = ps.inputReader(StandardCharsets.UTF_8)) {
            String state = printed.readLine();
            return state == null ? "" : state.strip();
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
