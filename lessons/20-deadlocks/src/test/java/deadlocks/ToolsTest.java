package deadlocks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import interleave.virtualtime.SideBySide.Main;
import interleave.virtualtime.hangs.HangWatch;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the JDK's tools and the course report about real threads that hang. The table in README.md has the same rows.
 *
 * <p>Each row takes a second and a half, because the course reports a hang only if nothing moves for a second. Threads
 * that wait for a lock cannot be ended. They are daemons, and the watch for the next hang ignores them.
 */
@Timeout(600)
class ToolsTest {
    private static final int TIME_FOR_A_VERDICT = 100;

    @TempDir
    private Path folder;

    /** For each kind of thread, one row with locks and one without. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        OppositeOrder  | platform | Alice, Bob | Cycle: Alice waits for Bob waits for Alice
        OppositeOrder  | virtual  |            | Cycle: Alice waits for Bob waits for Alice
        WithThreadPool | platform |            | Cycle: worker-1 waits for worker-2 waits for worker-1
        WithThreadPool | virtual  |            | Cycle: worker-1 waits for worker-2 waits for worker-1
        """)
    void findsCycles(String version, String threads, String found, String reported) throws Exception {
        finds(version, threads, found, reported);
    }

    @Tag("slow")
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        OppositeMonitors | platform | Alice, Bob | Cycle: Alice waits for Bob waits for Alice
        OppositeMonitors | virtual  |            | Cycle: Alice waits for Bob waits for Alice
        WithEventLoop    | platform |            | Cycle: "Alice" waits for "Bob" waits for "Alice"
        WithEventLoop    | virtual  |            | Cycle: "Alice" waits for "Bob" waits for "Alice"
        JoinOnTheLoop    | platform |            | loop waits for a CompletableFuture on the thread of its event loop
        JoinOnTheLoop    | virtual  |            | loop waits for a CompletableFuture on the thread of its event loop
        NoSignal         | platform |            | customer waits for a condition
        NoSignal         | virtual  |            | customer waits for a condition
        PermitTwice      | platform |            | customer waits for a Semaphore
        PermitTwice      | virtual  |            | customer waits for a Semaphore
        UpgradedReadLock | platform |            | customer waits for a ReentrantReadWriteLock, held by itself
        UpgradedReadLock | virtual  |            | customer waits for a ReentrantReadWriteLock, held by itself
        """)
    void findsOtherHangs(String version, String threads, String found, String reported) throws Exception {
        finds(version, threads, found, reported);
    }

    /** Checks which threads findDeadlockedThreads finds, and one line of the course's report. */
    private void finds(String version, String threads, String found, String reported) throws Exception {
        Hang hang = hang(mainOf(version), threads);

        assertThat(hang.report()).contains(reported, version.equals("WithThreadPool") ? "Branches" : version);
        assertThat(hang.found())
                .containsExactlyInAnyOrderElementsOf(found == null ? List.of() : List.of(found.split(", ")));
    }

    @Tag("slow")
    @Test
    void commonPool() throws Exception {
        Hang hang = hang(words -> WithCommonPool.main());

        assertThat(hang.report())
                .contains("main waits for a CompletableFuture, queued behind the tasks of ForkJoinPool");
        assertThat(hang.found()).isEmpty();
    }

    /**
     * A dump names the lock that a thread waits for, and the monitors that it owns, but no owner of a ReentrantLock.
     */
    @Tag("slow")
    @ParameterizedTest
    @CsvSource({"platform", "virtual"})
    void dumpHasNoOwnerOfReentrantLock(String threads) throws Exception {
        String dump = hang(OppositeOrder::main, threads).dump();

        assertThat(dump)
                .containsPattern("\"parkBlocker\": \\{\\s*\"object\": \"[\\w.]*ReentrantLock\\$NonfairSync@\\w+\"\\s*}")
                .contains("OppositeOrder.transfer")
                .doesNotContain("exclusiveOwnerThread");
    }

    @Tag("slow")
    @ParameterizedTest
    @CsvSource({"platform", "virtual"})
    void dumpHasOwnersOfMonitors(String threads) throws Exception {
        String dump = hang(OppositeMonitors::main, threads).dump();

        assertThat(dump)
                .contains("\"blockedOn\": \"deadlocks.Account@", "\"monitorsOwned\"", "OppositeMonitors.transfer");
    }

    /**
     * @param report the report of the course
     * @param found the names of the threads that findDeadlockedThreads found
     * @param dump the dump that jcmd Thread.dump_to_file -format=json writes
     */
    private record Hang(String report, List<String> found, String dump) {}

    @SuppressWarnings("try") // the watch only has to stay open
    private Hang hang(Main main, String... arguments) throws Exception {
        long[] before = deadlocked();
        var hang = new CompletableFuture<Hang>();
        try (var watch = HangWatch.start(HangWatch.Others.living(), (stuck, threads) -> {
            try {
                hang.complete(new Hang(stuck.getMessage(), namesOfNew(before), dump()));
            } catch (Exception failure) {
                hang.completeExceptionally(failure);
            }
            threads.forEach(Thread::interrupt);
        })) {
            Thread.ofPlatform().daemon().name("main").start(() -> runQuietly(main, arguments));
            return hang.get(TIME_FOR_A_VERDICT, TimeUnit.SECONDS);
        }
    }

    private static void runQuietly(Main main, String... arguments) {
        try {
            main.run(arguments);
        } catch (Exception interrupted) {
            // the test has ended
        }
    }

    private static List<String> namesOfNew(long[] before) {
        var threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(deadlocked())
                .filter(id -> Arrays.stream(before).noneMatch(old -> old == id))
                .mapToObj(id -> threads.getThreadInfo(id).getThreadName())
                .toList();
    }

    private static long[] deadlocked() {
        return Optional.ofNullable(ManagementFactory.getThreadMXBean().findDeadlockedThreads())
                .orElse(new long[0]);
    }

    private String dump() throws Exception {
        Path file = Files.createTempDirectory(folder, "dump").resolve("threads.json");
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .dumpThreads(file.toAbsolutePath().toString(), ThreadDumpFormat.JSON);
        return Files.readString(file);
    }

    private static Main mainOf(String version) {
        return Stream.of(
                        new Named("OppositeOrder", OppositeOrder::main),
                        new Named("OppositeMonitors", OppositeMonitors::main),
                        new Named("WithThreadPool", WithThreadPool::main),
                        new Named("WithEventLoop", WithEventLoop::main),
                        new Named("JoinOnTheLoop", JoinOnTheLoop::main),
                        new Named("NoSignal", NoSignal::main),
                        new Named("PermitTwice", PermitTwice::main),
                        new Named("UpgradedReadLock", UpgradedReadLock::main))
                .filter(named -> named.name().equals(version))
                .findFirst()
                .orElseThrow()
                .main();
    }

    private record Named(String name, Main main) {}
}
