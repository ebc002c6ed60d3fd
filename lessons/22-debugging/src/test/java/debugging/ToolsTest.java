package debugging;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page says about the tools of Java 25, where the numbers matter. */
@Tag("slow")
class ToolsTest {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String CLASSES = "lessons/22-debugging/target/classes";
    private static final String WITH_LOOP = CLASSES + ":lessons/lib/event-loop/target/classes";
    /** Of Flight Recorder's usual settings, in milliseconds. */
    private static final double THRESHOLD = 20;

    private static final String RUNNER = "Relay.run(";

    @TempDir
    private Path folder;

    @BeforeEach
    void dumpsDifferFromReleaseToRelease() {
        assumeThat(Runtime.version().feature()).isEqualTo(25);
    }

    /** Only one runner has the baton at a time. */
    @Test
    void dumpShowsWhatWasNeverTrueAtTheSameTime() {
        await().atMost(LIMIT).until(this::oneOfTenDumpsHasSeveralRunners);
    }

    /** Starts another race each time, because one of many dumps may stop a race for good. */
    private boolean oneOfTenDumpsHasSeveralRunners() throws Exception {
        try (var relay = Program.start(folder, "java -cp " + CLASSES + " debugging.Relay")) {
            for (int dump = 1; dump <= 10; dump++) {
                relay.run("jcmd PID Thread.dump_to_file -overwrite relay.txt");
                if (count(RUNNER, relay.run("cat relay.txt")) > 1) {
                    return true;
                }
            }
            return false;
        }
    }

    @Test
    void eachThreadOfADumpHasItsOwnTime() throws Exception {
        try (var relay = Program.start(folder, "java -cp " + CLASSES + " debugging.Relay")) {
            await().atMost(LIMIT).untilAsserted(() -> {
                relay.run("jcmd PID Thread.dump_to_file -overwrite relay.txt");
                Map<String, Long> times = Pattern.compile("\" virtual \\w+ (\\S+Z)")
                        .matcher(relay.run("cat relay.txt"))
                        .results()
                        .map(time -> time.group(1))
                        .collect(groupingBy(time -> time, counting()));
                assertThat(times).hasSizeGreaterThan(100);
            });
        }
    }

    @Test
    void usualSettingsLeaveOutSleepsOfFourMilliseconds() throws Exception {
        try (var importer =
                Program.start(folder, "java -cp " + WITH_LOOP + " debugging.importer.SlowImporter 100000")) {
            await().atMost(LIMIT).until(() -> importer.output().contains("batch 1"));
            importer.run("jcmd PID JFR.start name=usual");
            awaitNextBatches(importer);
            importer.run("jcmd PID JFR.dump name=usual filename=usual.jfr");
            importer.run("jcmd PID JFR.start name=all jdk.ThreadSleep#threshold=0ms");
            awaitNextBatches(importer);
            importer.run("jcmd PID JFR.dump name=all filename=all.jfr");

            assertThat(sleeps(importer, "usual.jfr")).isNotEmpty().allMatch(time -> time >= THRESHOLD);
            assertThat(sleeps(importer, "all.jfr"))
                    .filteredOn(time -> time < THRESHOLD)
                    .hasSizeGreaterThan(100);
        }
    }

    /** In both formats, a dump shows the owner of a monitor, and no owner of a ReentrantLock. */
    @Test
    void dumpHasOwnersOfMonitorsOnly() throws Exception {
        try (var importer =
                Program.start(folder, "java -cp " + WITH_LOOP + " debugging.importer.SlowImporter 100000")) {
            await().atMost(LIMIT).untilAsserted(() -> {
                importer.run("jcmd PID Thread.dump_to_file -overwrite importer.txt");
                assertThat(importer.run("cat importer.txt"))
                        .contains("- locked <debugging.importer.CachedNames@", "- waiting to lock <debugging.importer");
            });
        }
        try (var office = Program.start(folder, "java -cp " + CLASSES + " debugging.office.HangingOffice")) {
            await().atMost(LIMIT).untilAsserted(() -> {
                office.run("jcmd PID Thread.dump_to_file -overwrite office.txt");
                office.run("jcmd PID Thread.dump_to_file -overwrite -format=json office.json");
                assertThat(office.run("cat office.txt"))
                        .contains("Printer.add")
                        .doesNotContain("locked <java.util.concurrent", "locked <debugging");
                assertThat(office.run("cat office.json"))
                        .contains("Printer.add", "ReentrantLock$FairSync@")
                        .doesNotContain("\"owner\": \"")
                        .doesNotContain("exclusiveOwnerThread");
            });
            assertThat(office.run("jcmd PID Thread.print -l"))
                    .contains("\"main\"")
                    .doesNotContain("clerk-");
        }
    }

    private static void awaitNextBatches(Program importer) throws Exception {
        long before = count("agent-1: batch", importer.output());
        await().atMost(LIMIT).until(() -> count("agent-1: batch", importer.output()) > before + 2);
    }

    /** How long threads slept, in milliseconds. */
    private static List<Double> sleeps(Program importer, String recording) throws Exception {
        return Pattern.compile("duration = ([\\d.,]+) (\\w+)")
                .matcher(importer.run("jfr print --events jdk.ThreadSleep " + recording))
                .results()
                .map(ToolsTest::milliseconds)
                .toList();
    }

    private static double milliseconds(MatchResult duration) {
        double number = Double.parseDouble(duration.group(1).replace(",", ""));
        return duration.group(2).equals("s") ? 1_000 * number : number;
    }

    private static long count(String text, String output) {
        List<MatchResult> found =
                Pattern.compile(Pattern.quote(text)).matcher(output).results().toList();
        return found.size();
    }
}
