package interleave.practice.judging;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.practice.Finding;
import interleave.practice.Run;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The claims of a check, and what their findings contain: a problem, a reason and advice. */
class ClaimsTest {
    private final VirtualTimeExam exam = new VirtualTimeExam();

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
}
