package claims;

import static interleave.virtualtime.VirtualRunAssert.assertThat;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import interleave.virtualtime.ThreadFailed;
import interleave.virtualtime.VirtualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The examples of the module's README, which shows their code and their messages. */
class ReadmeExamplesTest {
    private static final Path README = Path.of("README.md");

    @Test
    void poolOfTwoGreetsThreeGuestsInTwoSeconds() throws Exception {
        var run = VirtualTime.run(() -> {
            try (var pool = Executors.newFixedThreadPool(2)) {
                for (String guest : new String[] {"Alice", "Bob", "Charlie"}) {
                    pool.submit(() -> {
                        Thread.sleep(ofSeconds(1));
                        IO.println("Goodbye, " + guest + "!");
                        return guest;
                    });
                }
            }
        });

        assertThat(run)
                .took(ofSeconds(2))
                .printed("Goodbye, Alice!", "Goodbye, Bob!", "Goodbye, Charlie!")
                .printedAt(ofSeconds(2), "Goodbye, Charlie!")
                .printedAt(ZERO)
                .peakConcurrency(2)
                .leftNothingRunning();
    }

    @Test
    void showsLostUpdateStepByStep() throws IOException {
        assertReadmeShowsMessageOf(() -> VirtualTime.explore(1_000, ReadmeExamplesTest::twoCustomers));
    }

    private static final class Counter {
        int count;
    }

    static void twoCustomers() throws InterruptedException {
        var counter = new Counter();
        var anna = Thread.ofPlatform().name("Anna").start(() -> counter.count++);
        var ben = Thread.ofPlatform().name("Ben").start(() -> counter.count++);
        anna.join();
        ben.join();
        assertThat(counter.count).isEqualTo(2);
    }

    @Test
    void showsDeadlockAsCycle() throws IOException {
        assertReadmeShowsMessageOf(() -> VirtualTime.run(ReadmeExamplesTest::twoDiners));
    }

    static void twoDiners() throws InterruptedException {
        var fork = new Object();
        var knife = new Object();
        var anna = Thread.ofPlatform().name("Anna").start(() -> eat(fork, knife));
        var ben = Thread.ofVirtual().name("Ben").start(() -> eat(knife, fork));
        anna.join();
        ben.join();
    }

    static void eat(Object first, Object second) {
        synchronized (first) {
            reachAcrossTheTable();
            synchronized (second) {
                IO.println("at last");
            }
        }
    }

    private static void reachAcrossTheTable() {
        try {
            Thread.sleep(ofSeconds(1));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void rejectsOperationThatTakesRealTime() throws IOException {
        assertReadmeShowsMessageOf(() -> VirtualTime.run(() -> new ProcessBuilder("date").start()));
    }

    @Test
    void showsExceptionThatEndsAThread() throws IOException {
        ThrowingCallable failing =
                () -> VirtualTime.run(() -> Thread.ofPlatform().name("Anna").start(() -> {
                    throw new IllegalStateException("no more guests");
                }));

        assertThatThrownBy(failing).isInstanceOf(ThreadFailed.class);
        assertReadmeShowsMessageOf(failing);
    }

    @Test
    void showsThreadThatWaitsBesideATimer() throws IOException {
        assertReadmeShowsMessageOf(() -> VirtualTime.run(ReadmeExamplesTest::waitBesideATimer));
    }

    static void waitBesideATimer() throws InterruptedException {
        Executors.newScheduledThreadPool(1).scheduleAtFixedRate(() -> {}, 1, 1, MINUTES);
        new CountDownLatch(1).await();
    }

    @Test
    void showsDataRaceOfARunWhoseResultIsRight() throws Exception {
        var run = new VirtualTime().findRaces().start(ReadmeExamplesTest::twoCustomers);

        assertThat(run.races()).hasSize(1);
        assertThat(Files.readString(README)).contains("```text\n" + run.races().getFirst() + "\n```");
        ThrowingCallable failing = () -> {
            assertThat(new VirtualTime().findRaces().start(ReadmeExamplesTest::twoCustomers))
                    .hasNoDataRace();
        };
        assertThatThrownBy(failing).hasMessageContaining("nothing orders the two");
    }

    /** Verifies that a text block of the README is the message of {@code failing}. */
    private static void assertReadmeShowsMessageOf(ThrowingCallable failing) throws IOException {
        String message = catchThrowable(failing).toString();

        assertThat(withoutTrailingSpaces(Files.readString(README)))
                .contains("```text\n" + withoutTrailingSpaces(message).strip() + "\n```");
    }

    private static String withoutTrailingSpaces(String text) {
        return text.lines().map(String::stripTrailing).collect(Collectors.joining("\n"));
    }
}
