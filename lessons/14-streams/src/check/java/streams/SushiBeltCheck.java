package streams;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import interleave.practice.Check;
import interleave.practice.Exam;
import interleave.practice.Run;
import java.time.Duration;

/** The belt has a limit, and the cook stops when the guest has left. */
public final class SushiBeltCheck implements Check {

    /** How long a cook who does not stop is watched. */
    private static final Duration EVENING = ofSeconds(60);

    @Override
    public void check(Exam exam) {
        Run evening = exam.runAndWatch(EVENING, () -> SushiBelt.serve(2, 3));
        exam.claim(
                "The guest eats the first plate as soon as it is on the belt.",
                evening.printedAt(ofSeconds(1), "Eating plate 1").next("Take a plate, and eat it."));
        exam.claim(
                "The cook keeps cooking while the guest eats.",
                evening.printedAt(ofSeconds(2), "On the belt: plate 2")
                        .and(evening.printedAt(ofSeconds(3), "On the belt: plate 3"))
                        .because("The guest ate plate 1 until 3.5 s, and there was room on the belt for two more.")
                        .next("Run the cook on its own thread. A plate that the guest has taken is not on the belt."));
        exam.claim(
                "The cook waits while the belt is full.",
                evening.printedAt(ofSeconds(6), "On the belt: plate 5")
                        .because("Plates 3 and 4 were on the belt until 6 s, and it has 2 places.")
                        .next("Which BlockingQueue has a capacity, and which of its methods waits for a free place?"));
        exam.claim(
                "The guest eats in order, without waiting.",
                evening.printedAt(ofMillis(3_500), "Eating plate 2")
                        .and(evening.printedAt(ofSeconds(6), "Eating plate 3")));
        exam.claim(
                "When the guest leaves, the cook stops.",
                evening.took(ofMillis(8_500))
                        .and(evening.leftNothingRunning())
                        .because("The guest left at 8.5 s. A cook who waits for a free place would wait forever.")
                        .next("Interrupt the thread of the cook when the guest has left. Which method of its future"
                                + " does that?"));

        Run large = exam.run(() -> SushiBelt.serve(4, 3));
        exam.claim(
                "It also works on a belt with 4 places.",
                large.printedAt(ofSeconds(7), "On the belt: plate 7")
                        .and(large.printedAtMost(0, "On the belt: plate 8"))
                        .and(large.took(ofMillis(8_500)))
                        .rightOnlyFor("a belt with 2 places", "4"));
        Run hungry = exam.run(() -> SushiBelt.serve(1, 5));
        exam.claim(
                "It also works for a guest who eats 5 plates.",
                hungry.printedAt(ofSeconds(6), "On the belt: plate 4")
                        .and(hungry.took(ofMillis(13_500)))
                        .rightOnlyFor("a guest who eats 3 plates", "5"));
    }
}
