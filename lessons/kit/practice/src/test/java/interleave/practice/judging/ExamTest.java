package interleave.practice.judging;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.practice.Finding;
import interleave.practice.Run;
import interleave.recorder.model.Lane;
import java.util.HashSet;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** What a check can find out, and what is said when it is not as wanted. */
class ExamTest {
    private final VirtualTimeExam exam = new VirtualTimeExam();

    @Test
    void timeIsExact() {
        Run run = exam.run(() -> Thread.sleep(1_500));

        assertThat(run.took(ofMillis(1_500)).problem()).isEmpty();
        assertThat(run.took(ofSeconds(2)).problem()).hasValue("It took 1.5 s of virtual time; wanted: 2 s.");
    }

    @Test
    void linesAreComparedWithTheirOrder() {
        Run run = exam.run(() -> {
            IO.println("one");
            Thread.sleep(1_000);
            IO.println("two");
        });

        assertThat(run.printed("one", "two").problem()).isEmpty();
        assertThat(run.printed("two", "one").problem()).hasValue("Line 1 was \"one\"; wanted: \"two\".");
        assertThat(run.printedInAnyOrder("two", "one").problem()).isEmpty();
        assertThat(run.printed("one", "two", "three").problem()).hasValue("It did not print \"three\".");
        assertThat(run.printed("one").problem()).hasValue("It printed \"two\", which is one line too many.");
        assertThat(run.printed("one", "Two!").problem())
                .hasValue("It did not print \"Two!\". It printed \"two\": mind capitals, blanks and marks.");
        assertThat(run.printedBefore("two", "one").problem()).hasValue("\"one\" came before \"two\".");
        assertThat(run.printedLast("zero").problem()).hasValue("It did not print \"zero\".");
        assertThat(run.printedLast("one").problem()).hasValue("\"one\" came at 0 s, but the last line was \"two\".");
    }

    @Test
    void aLineThatIsNearlyTheWantedOneIsShown() {
        Run run = exam.run(() -> IO.println("Failed: java.lang.IllegalStateException: Green is wet"));

        assertThat(run.printedLine("Failed: java.lang.IllegalStateException: Green is wet")
                        .problem())
                .isEmpty();
        assertThat(run.printedLine("Failed: Green is wet").problem())
                .hasValue("It did not print \"Failed: Green is wet\". You printed:"
                        + " \"Failed: java.lang.IllegalStateException: Green is wet\".");
        assertThat(run.printedLine("Failed: Blue is wet").problem())
                .hasValue("It did not print \"Failed: Blue is wet\".");
    }

    @Test
    void aRunThatIsWatchedGoesOnAndItsPictureDoesNot() {
        Run run = exam.runAndWatch(ofSeconds(4), () -> {
            Thread.ofVirtual().name("late").start(() -> {
                sleep(3);
                IO.println("late");
            });
            sleep(1);
            IO.println("over");
        });

        assertThat(run.timeOf("late")).hasValue(ofSeconds(3));
        assertThat(run.timeline().duration().toMillis()).isEqualTo(1_000);
        assertThat(run.timeline().lanes()).extracting(Lane::name).containsExactly("main", "late");
    }

    @Test
    void aThreadThatWasLeftBehindBeforeItBeganIsInThePicture() {
        Run run = exam.run(() -> {
            Thread.ofVirtual().name("Alice").start(() -> sleep(1));
            Thread.startVirtualThread(() -> sleep(1));
        });

        assertThat(run.timeline().lanes()).extracting(Lane::name).containsExactly("main", "Alice", "virtual-1");
    }

    private static void sleep(int seconds) {
        LockSupport.parkNanos(ofSeconds(seconds).toNanos());
    }

    @Test
    void linesAreComparedWithTheirTimes() {
        Run run = exam.run(() -> {
            IO.println("one");
            Thread.sleep(1_000);
            IO.println("two");
        });

        assertThat(run.printedAt(ofSeconds(1), "two").problem()).isEmpty();
        assertThat(run.printedAt(ZERO, "two").problem()).hasValue("\"two\" came at 1 s; wanted: at 0 s.");
        assertThat(run.printedInAnyOrderAt(ofSeconds(1), "two").problem()).isEmpty();
        assertThat(run.printedInAnyOrderAt(ZERO, "one", "two").problem())
                .hasValue("It did not print \"two\" at 0 s. It came at 1 s.");
    }

    @Test
    void howManyWereAtWorkIsCounted() {
        Run run = exam.run(() -> {
            try (var pool = Executors.newFixedThreadPool(3)) {
                for (int i = 0; i < 6; i++) {
                    pool.submit(() -> {
                        Thread.sleep(1_000);
                        return null;
                    });
                }
            }
        });

        assertThat(run.atMostAtOnce(3).problem()).isEmpty();
        assertThat(run.atMostAtOnce(2).problem()).hasValue("3 were at work at once; wanted: at most 2.");
        assertThat(run.threadsStarted()).isEqualTo(3);
    }

    @Test
    void anExpectedFailureIsLookedAt() {
        Run run = exam.runThatMayFail(() -> {
            throw new IllegalStateException("no milk");
        });

        assertThat(run.threw(IllegalStateException.class).problem()).isEmpty();
        assertThat(run.threw(ArithmeticException.class).problem())
                .hasValue("It threw IllegalStateException: no milk; wanted: ArithmeticException.");
        assertThat(exam.run(() -> {}).threw(ArithmeticException.class).problem())
                .hasValue("It threw nothing; wanted: ArithmeticException.");
    }

    @Test
    void anUnexpectedFailureEndsTheCheck() {
        assertThatThrownBy(() -> exam.run(() -> {
                    throw new IllegalStateException("no milk");
                }))
                .isInstanceOf(CheckFailure.class)
                .hasMessageContaining("Your code threw IllegalStateException: no milk");
    }

    @Test
    void aRunIsInterruptedWhenAsked() {
        Run run = exam.runInterruptedAfter(ofSeconds(2), () -> Thread.sleep(10_000));

        assertThat(run.took(ofSeconds(2)).problem()).isEmpty();
        assertThat(run.threw(InterruptedException.class).problem()).isEmpty();
        assertThat(run.leftNothingRunning().problem()).isEmpty();
    }

    @Test
    void aRunThatEndsBeforeItsInterruptIsNotInterrupted() {
        Run run = exam.runInterruptedAfter(ofSeconds(20), () -> Thread.sleep(10_000));

        assertThat(run.took(ofSeconds(10)).problem()).isEmpty();
        assertThat(run.thrown()).isEmpty();
        assertThat(run.leftNothingRunning().problem()).isEmpty();
    }

    @Test
    void differentSchedulesGiveDifferentOrders() {
        var orders = new HashSet<>();
        for (Run run : exam.runUnderSchedules(50, () -> {
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                threads.submit(() -> IO.println("one"));
                threads.submit(() -> IO.println("two"));
            }
        })) {
            orders.add(run.output());
        }

        assertThat(orders).hasSize(2);
    }

    @Test
    void aClaimThatHoldsIsTakenDown() {
        exam.claim("Two and two are four.", Finding.of(2 + 2 == 4, () -> "not here"));

        assertThat(exam.right()).containsExactly("Two and two are four.");
    }

    @Test
    void aClaimThatDoesNotHoldEndsTheCheckWithWhatWhyAndWhatNext() {
        Run run = exam.run(() -> Thread.sleep(1_000));

        assertThatThrownBy(() -> exam.claim(
                        "It takes 2 s.",
                        run.took(ofSeconds(2)).because("Somebody hurried.").next("Sleep longer.")))
                .isInstanceOfSatisfying(CheckFailure.class, reason -> {
                    assertThat(reason.explanation().problem())
                            .isEqualTo("It took 1 s of virtual time; wanted: 2 s. Somebody hurried.");
                    assertThat(reason.explanation().advice()).isEqualTo("Sleep longer.");
                    assertThat(reason.run()).isEqualTo(Optional.of(run));
                });
        assertThat(exam.right()).isEmpty();
    }

    @Test
    void ofTwoFindingsTheFirstThatIsWrongCounts() {
        Run run = exam.run(() -> Thread.sleep(1_000));

        assertThat(run.took(ofSeconds(1)).and(run.took(ofSeconds(3))).problem())
                .hasValueSatisfying(problem -> assertThat(problem).endsWith("wanted: 3 s."));
        assertThat(run.took(ofSeconds(2)).and(run.took(ofSeconds(3))).problem())
                .hasValueSatisfying(problem -> assertThat(problem).endsWith("wanted: 2 s."));
    }

    @Test
    void whatIsLeftInTheCommonPoolIsLeftRunning() {
        Run left = exam.run(() -> {
            CompletableFuture.runAsync(() -> LockSupport.parkNanos(ofSeconds(5).toNanos()));
            CompletableFuture.runAsync(() -> LockSupport.parkNanos(ofSeconds(1).toNanos()));
            Thread.sleep(2_000);
        });

        assertThat(left.leftNothingRunning().problem())
                .hasValue("It came back at 2 s while a thread was still running: ForkJoinPool.commonPool-worker-1.");

        Run ended = exam.run(() -> CompletableFuture.runAsync(
                        () -> LockSupport.parkNanos(ofSeconds(5).toNanos()))
                .join());

        assertThat(ended.leftNothingRunning().problem()).isEmpty();
    }
}
