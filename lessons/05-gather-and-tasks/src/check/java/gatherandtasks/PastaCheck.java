package gatherandtasks;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;

import gatherandtasks.Pasta.Pot;
import interleave.practice.Check;
import interleave.practice.Exam;
import interleave.practice.Run;

/** Both pots cook while the table is laid. */
public final class PastaCheck implements Check {

    @Override
    public void check(Exam exam) {
        Run pasta = exam.run(
                () -> Pasta.serve(new Pot("pasta", ofSeconds(4)), new Pot("sauce", ofSeconds(3)), ofSeconds(2)));
        exam.claim(
                "Both pots cook from 0 s.",
                pasta.printedAt(ZERO, "Cooking pasta")
                        .and(pasta.printedAt(ZERO, "Cooking sauce"))
                        .because("A pot cooks when it is submitted, and it needs a thread.")
                        .next("Submit both pots before you lay the table, and before the first get()."));
        exam.claim(
                "The table is laid at 2 s.",
                pasta.printedAt(ofSeconds(2), "The table is laid")
                        .because(() -> pasta.isEarly("The table is laid", ofSeconds(2))
                                ? "Laying the table takes 2 s."
                                : "get() blocks until a pot is ready.")
                        .next(() -> pasta.isEarly("The table is laid", ofSeconds(2))
                                ? "Leave layTheTable as it is."
                                : "Lay the table while the pots cook."));
        exam.claim(
                "Dinner is served at 4 s, when the pasta is ready.",
                pasta.printedAt(ofSeconds(4), "hot pasta with hot sauce")
                        .because(() -> isSwapped(pasta) ? "The pasta and the sauce are swapped." : "")
                        .next(() -> isSwapped(pasta)
                                ? "Print the result of the pasta first."
                                : "get() returns the result of a future, and waits for it if necessary."));
        exam.claim("It takes 4 s, as long as the pasta.", pasta.took(ofSeconds(4)));

        Run rice = exam.run(
                () -> Pasta.serve(new Pot("rice", ofSeconds(1)), new Pot("curry", ofSeconds(2)), ofSeconds(5)));
        exam.claim(
                "Rice with curry takes 5 s, as long as laying the table.",
                rice.printedAt(ZERO, "Cooking curry")
                        .and(rice.printedAt(ofSeconds(5), "hot rice with hot curry"))
                        .and(rice.took(ofSeconds(5)))
                        .because("It is right for pasta, but not for rice.")
                        .next("Wait for both pots and for the table, whatever takes longest."));
    }

    private static boolean isSwapped(Run pasta) {
        return pasta.output().contains("hot sauce with hot pasta");
    }
}
