package interleave.practice.judging;

import static java.time.Duration.ZERO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.practice.Run;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Exceptions that a run throws, stores in a future, or does not catch. */
class ThrownExceptionsTest {
    private final VirtualTimeExam exam = new VirtualTimeExam();

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
    void findsExceptionAmongCausesOfTheThrownOne() {
        Run run = exam.runThatMayFail(() -> {
            throw new Exception("outer", new RuntimeException("inner", new IllegalStateException("cause")));
        });

        assertThat(run.threwOrWrapped(IllegalStateException.class, "cause")).isTrue();
        assertThat(run.threwOrWrapped(IllegalStateException.class, "inner")).isFalse();
        assertThat(run.threwOrWrapped(IllegalArgumentException.class, "cause")).isFalse();
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
    void exceptionThatShowsABugEndsTheCheck() {
        assertThatThrownBy(() -> exam.runThatMayFail(() -> List.of().getFirst()))
                .isInstanceOf(CheckFailure.class)
                .hasMessageContaining("Your code threw NoSuchElementException");
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
}
