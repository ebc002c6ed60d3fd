package sample;

import static java.time.Duration.ofSeconds;

import interleave.practice.Check;
import interleave.practice.Exam;

/** Two errands of 2 s take 2 s. */
public final class ErrandsCheck implements Check {

    @Override
    public void check(Exam exam) {
        var run = exam.run(Errands::runAll);
        exam.claim("runAll returns when both errands have ended.", run.leftNothingRunning());
        exam.claim("Both errands are done.", run.printedInAnyOrder("bread", "milk"));
        exam.claim("Both take 2 s.", run.took(ofSeconds(2)));
    }
}
