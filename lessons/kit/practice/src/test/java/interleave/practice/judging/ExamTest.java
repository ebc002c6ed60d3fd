package interleave.practice.judging;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import interleave.practice.Finding;
import interleave.practice.Run;
import interleave.recorder.model.Lane;
import interleave.virtualtime.ThrowingRunnable;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The findings of runs, and their messages. */
class ExamTest {
    private final VirtualTimeExam exam = new VirtualTimeExam();

    @Test
    void elapsedTimeIsExact() {
        Run run = exam.run(() -> Thread.sleep(1_500));

        assertThat(run.took(ofMillis(1_500)).problem()).isEmpty();
        assertThat(run.took(ofSeconds(2)).problem()).hasValue("Expected 2 s of virtual time, but it took 1.5 s.");
    }

    @Test
    void findsExceptionAmongCausesOfTheThrownOne() {
        Run run = exam.runThatMayFail(() -> {
            throw new Exception("outer", new RuntimeException("inner", new IllegalStateException("cause")));
        });

        assertThat(run.threwOrWrapped(IllegalStateException.class, "cause")).isTrue();
        assertThat(run.threwOrWrapped(IllegalStateException.class, "inner")).isFalse();
        assertThat(run.threwOrWrapped(IllegalArgumentException.class, "cause")).isFalse();
    }

    @Test
    void elapsedTimeEndsWhenTheWatchedCodeReturns() {
        Run run = exam.runAndWatch(ofSeconds(4), () -> Thread.sleep(1_500));

        assertThat(run.elapsed()).isEqualTo(ofMillis(1_500));
    }

    @Test
    void doesNotCallSleepingLoopEndless() {
        assertThat(problemOf(() -> {
                    while (!Thread.currentThread().isInterrupted()) {
                        LockSupport.parkNanos(100_000);
                    }
                }))
                .startsWith("Expected your code to end, but it was still running")
                .doesNotContain("computing");
    }

    @Test
    void doesNotCallTickingTimerEndless() {
        assertThat(problemOf(() -> {
                    try (var timer = Executors.newSingleThreadScheduledExecutor()) {
                        timer.scheduleAtFixedRate(() -> {}, 1, 1, MILLISECONDS);
                        new CountDownLatch(1).await();
                    }
                }))
                .startsWith("Expected your code to end, but it was still running")
                .doesNotContain("computing");
    }

    private String problemOf(ThrowingRunnable code) {
        return catchThrowableOfType(CheckFailure.class, () -> exam.run(code))
                .explanation()
                .problem();
    }

    @Test
    void reportsUncaughtExceptionAfterTheClaims() {
        Run run = exam.run(() -> Thread.ofPlatform()
                .name("milk")
                .start(() -> {
                    throw new IllegalStateException("sold out");
                })
                .join());

        assertThat(run.took(ZERO).problem()).isEmpty();
        assertThatThrownBy(exam::requireThatNoThreadFailed)
                .isInstanceOfSatisfying(
                        CheckFailure.class,
                        failure -> assertThat(failure.explanation().problem())
                                .startsWith("Thread milk ended with an uncaught IllegalStateException: sold out"));
    }

    @Test
    void reportsUncaughtExceptionUnderOneOfSchedules() {
        exam.runUnderSchedules(
                2,
                () -> Thread.startVirtualThread(() -> {
                            throw new IllegalStateException("sold out");
                        })
                        .join());

        assertThatThrownBy(exam::requireThatNoThreadFailed).isInstanceOf(CheckFailure.class);
    }

    @Test
    void acceptsUncaughtExceptionInRunThatMayFail() {
        exam.runThatMayFail(() -> Thread.startVirtualThread(() -> {
                    throw new IllegalStateException("sold out");
                })
                .join());

        exam.requireThatNoThreadFailed();
    }

    @Test
    void comparesLinesAndTheirOrder() {
        Run run = exam.run(() -> {
            IO.println("one");
            Thread.sleep(1_000);
            IO.println("two");
        });

        assertThat(run.printed("one", "two").problem()).isEmpty();
        assertThat(run.printed("two", "one").problem()).hasValue("Expected \"two\" as line 1, but it was \"one\".");
        assertThat(run.printedInAnyOrder("two", "one").problem()).isEmpty();
        assertThat(run.printed("one", "two", "three").problem())
                .hasValue("Expected \"three\", but it was never printed.");
        assertThat(run.printed("one").problem()).hasValue("Expected no line \"two\", but it was printed.");
        assertThat(run.printedBefore("two", "one").problem())
                .hasValue("Expected \"two\" before \"one\", but \"one\" was printed first.");
        assertThat(run.printedLast("zero").problem()).hasValue("Expected \"zero\", but it was never printed.");
        assertThat(run.printedLast("one").problem())
                .hasValue("Expected \"one\" as the last line, but it was printed at 0 s, before \"two\".");
    }

    @Test
    void comparesHowOftenLinesArePrinted() {
        Run run = exam.run(() -> {
            IO.println("one");
            IO.println("one");
        });

        assertThat(run.printedInAnyOrder("one").problem())
                .hasValue("Expected \"one\" once, but it was printed 2 times.");
        assertThat(run.printedInAnyOrder("one", "one", "one").problem())
                .hasValue("Expected \"one\" 3 times, but it was printed 2 times.");
    }

    @Test
    void showsLineThatContainsExpectedWords() {
        Run run = exam.run(() -> IO.println("Failed: java.lang.IllegalStateException: Green is wet"));

        assertThat(run.printedLine("Failed: java.lang.IllegalStateException: Green is wet")
                        .problem())
                .isEmpty();
        assertThat(run.printedLine("Failed: Green is wet").problem())
                .hasValue("Expected \"Failed: Green is wet\", but it was never printed. You printed"
                        + " \"Failed: java.lang.IllegalStateException: Green is wet\".");
        assertThat(run.printedLine("Failed: Blue is wet").problem())
                .hasValue("Expected \"Failed: Blue is wet\", but it was never printed.");
    }

    @Test
    void misspeltLineIsTheReasonWhateverTheCheckAssumes() {
        Run run = exam.run(() -> IO.println("two"));

        Finding finding = run.printedAt(ZERO, "Two!")
                .because("Another thread was faster.")
                .next("Start a thread.");

        assertThat(finding.problem()).hasValue("Expected \"Two!\" at 0 s, but it was never printed.");
        assertThat(finding.reason()).hasValue("You printed \"two\": check capital letters, spaces and punctuation.");
        assertThat(finding.advice()).hasValue("Print the line exactly as expected.");
    }

    @Test
    void watchedRunContinuesAfterItsTimelineHasEnded() {
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
    void timelineShowsThreadsThatHaveNotRunYet() {
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
    void comparesTimesOfLines() {
        Run run = exam.run(() -> {
            IO.println("one");
            Thread.sleep(1_000);
            IO.println("two");
        });

        assertThat(run.printedAt(ofSeconds(1), "two").problem()).isEmpty();
        assertThat(run.printedAt(ZERO, "two").problem())
                .hasValue("Expected \"two\" at 0 s, but it was printed at 1 s.");
        assertThat(run.printedInAnyOrderAt(ofSeconds(1), "two").problem()).isEmpty();
        assertThat(run.printedInAnyOrderAt(ZERO, "one", "two").problem())
                .hasValue("Expected \"two\" at 0 s, but it was printed at 1 s.");
    }

    @Test
    void countsThreadsWithWorkInProgress() {
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
        assertThat(run.atMostAtOnce(2).problem()).hasValue("Expected at most 2 at once, but there were 3.");
        assertThat(run.threadsStarted()).isEqualTo(3);
    }

    @Test
    void lineAndTimeHaveAdviceOfTheirOwn() {
        Run run = exam.run(() -> {
            IO.println("one");
            Thread.sleep(1_000);
            IO.println("two");
        });

        assertThat(run.printedAt(ZERO, "two").advice().orElse("")).contains("What did the thread wait for");
        assertThat(run.printedAt(ofSeconds(2), "two").advice().orElse("")).contains("should your code have waited for");
        assertThat(run.printedAt(ZERO, "three").advice().orElse("")).contains("the last step before this line");
        assertThat(run.took(ZERO).advice().orElse("")).contains("What did the thread wait for");
        assertThat(run.took(ofSeconds(2)).next("Wait longer.").advice()).hasValue("Wait longer.");
        assertThat(run.took(ofSeconds(1)).advice()).isEmpty();
    }

    @Test
    void knowsEachTimeOfALine() {
        Run run = exam.run(() -> {
            IO.println("again");
            Thread.sleep(1_000);
            IO.println("again");
        });

        assertThat(run.timesOf("again")).containsExactly(ZERO, ofSeconds(1));
    }

    @Test
    void distinguishesFailedTaskFromExceptionThatWasCaught() {
        Run stored = exam.run(() -> {
            try (var pool = Executors.newFixedThreadPool(1)) {
                pool.submit(() -> {
                    throw new IllegalStateException("no milk");
                });
            }
        });
        Run caught = exam.run(() -> {
            try {
                throw new IllegalStateException("no milk");
            } catch (IllegalStateException lost) {
                IO.println(lost.getMessage());
            }
        });

        assertThat(stored.failedInATask(IllegalStateException.class, "no milk")).isTrue();
        assertThat(stored.failedInATask(IllegalStateException.class, "no bread"))
                .isFalse();
        assertThat(caught.failedInATask(IllegalStateException.class, "no milk")).isFalse();
    }

    @Test
    void unknownCountIsSmallUnderOtherSchedules() {
        assertThat(exam.unknownCount()).isBetween(300, 600);
        assertThat(exam.withSeed(1).unknownCount()).isLessThan(10);
    }

    @Test
    void comparesTypeOfException() {
        Run run = exam.runThatMayFail(() -> {
            throw new IllegalStateException("no milk");
        });

        assertThat(run.threw(IllegalStateException.class).problem()).isEmpty();
        assertThat(run.threw(ArithmeticException.class).problem())
                .hasValue("Expected ArithmeticException, but the method threw IllegalStateException: no milk.");
        assertThat(exam.run(() -> {}).threw(ArithmeticException.class).problem())
                .hasValue("Expected ArithmeticException, but the method threw nothing.");
    }

    @Test
    void unexpectedExceptionEndsTheCheck() {
        assertThatThrownBy(() -> exam.run(() -> {
                    throw new IllegalStateException("no milk");
                }))
                .isInstanceOf(CheckFailure.class)
                .hasMessageContaining("Your code threw IllegalStateException: no milk");
    }

    @Test
    void runIsInterruptedAfterTheDelay() {
        Run run = exam.runInterruptedAfter(ofSeconds(2), () -> Thread.sleep(10_000));

        assertThat(run.took(ofSeconds(2)).problem()).isEmpty();
        assertThat(run.threw(InterruptedException.class).problem()).isEmpty();
        assertThat(run.leftNothingRunning().problem()).isEmpty();
    }

    @Test
    void runThatEndsBeforeTheDelayIsNotInterrupted() {
        Run run = exam.runInterruptedAfter(ofSeconds(20), () -> Thread.sleep(10_000));

        assertThat(run.took(ofSeconds(10)).problem()).isEmpty();
        assertThat(run.thrown()).isEmpty();
        assertThat(run.leftNothingRunning().problem()).isEmpty();
    }

    @Test
    void differentSchedulesProduceDifferentOrders() {
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
    void lineThatIsPrintedMoreOftenThanBySolutionIsRefused() {
        Run solution = exam.run(() -> IO.println("one"));
        Run other = exam.run(() -> {
            IO.println("looking for a mistake");
            IO.println("one");
        });
        Run twice = exam.run(() -> {
            IO.println("one");
            IO.println("one");
        });

        assertThatCode(() -> Robustness.requireNoRepeatedLines(List.of(other), List.of(solution)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> Robustness.requireNoRepeatedLines(List.of(twice), List.of(solution)))
                .hasMessageContaining("Expected \"one\" once, but it was printed 2 times.");
    }

    @Test
    void firstDifferenceOfLongListsIsNamed() {
        Run run = exam.run(() -> {});
        String many = IntStream.range(0, 100).boxed().toList().toString();

        assertThat(run.returned("names", "[a, b]", "[b, a]").problem())
                .hasValue("Expected [a, b], but names returned [b, a].");
        assertThat(run.returned("names", many, many.replace("57, ", "")).problem())
                .hasValue("Expected 57 as element 58 of the list, but names returned 58 there.");
        assertThat(run.returned("names", many, many.replace(", 99", "")).problem())
                .hasValue("Expected 99 as element 100 of the list, but names returned nothing there.");
    }

    @Test
    void exceptionThatShowsABugEndsTheCheck() {
        assertThatThrownBy(() -> exam.runThatMayFail(() -> List.of().getFirst()))
                .isInstanceOf(CheckFailure.class)
                .hasMessageContaining("Your code threw NoSuchElementException");
    }

    @Test
    void momentsAreNotComparedUnderOtherSchedules() {
        Run run = exam.withSeed(1).run(() -> {
            Thread.sleep(1_000);
            IO.println("one");
        });

        assertThat(run.took(ofSeconds(2)).problem()).isEmpty();
        assertThat(run.printedAt(ZERO, "one").problem()).isEmpty();
        assertThat(run.printedAt(ZERO, "two").problem()).isPresent();
    }

    @Test
    void passedClaimIsRecorded() {
        exam.claim("Two and two are four.", Finding.of(2 + 2 == 4, () -> "not shown"));

        assertThat(exam.right()).containsExactly("Two and two are four.");
    }

    @Test
    void failedClaimEndsTheCheckWithProblemReasonAndAdvice() {
        Run run = exam.run(() -> Thread.sleep(1_000));

        assertThatThrownBy(() -> exam.claim(
                        "It takes 2 s.",
                        run.took(ofSeconds(2))
                                .because("The pause was too short.")
                                .next("Sleep longer.")))
                .isInstanceOfSatisfying(CheckFailure.class, reason -> {
                    assertThat(reason.explanation().problem())
                            .isEqualTo("Expected 2 s of virtual time, but it took 1 s. The pause was too short.");
                    assertThat(reason.explanation().advice()).isEqualTo("Sleep longer.");
                    assertThat(reason.run()).isEqualTo(Optional.of(run));
                });
        assertThat(exam.right()).isEmpty();
    }

    @Test
    void firstFindingWithProblemIsUsed() {
        Run run = exam.run(() -> Thread.sleep(1_000));

        assertThat(run.took(ofSeconds(1)).and(run.took(ofSeconds(3))).problem())
                .hasValueSatisfying(problem -> assertThat(problem).startsWith("Expected 3 s"));
        assertThat(run.took(ofSeconds(2)).and(run.took(ofSeconds(3))).problem())
                .hasValueSatisfying(problem -> assertThat(problem).startsWith("Expected 2 s"));
    }

    @Test
    void busyThreadOfTheCommonPoolIsStillRunning() {
        Run left = exam.run(() -> {
            CompletableFuture.runAsync(() -> LockSupport.parkNanos(ofSeconds(5).toNanos()));
            CompletableFuture.runAsync(() -> LockSupport.parkNanos(ofSeconds(1).toNanos()));
            Thread.sleep(2_000);
        });

        assertThat(left.leftNothingRunning().problem())
                .hasValue("Expected all threads to have ended when the method returned at 2 s, but 1 thread was still"
                        + " running: ForkJoinPool.commonPool-worker-1.");

        Run ended = exam.run(() -> CompletableFuture.runAsync(
                        () -> LockSupport.parkNanos(ofSeconds(5).toNanos()))
                .join());

        assertThat(ended.leftNothingRunning().problem()).isEmpty();
    }
}
