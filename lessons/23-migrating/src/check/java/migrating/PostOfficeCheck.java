package migrating;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import interleave.practice.Check;
import interleave.practice.Exam;
import interleave.practice.Run;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** A scale is taken for weighing only, and given back whatever happens. */
public final class PostOfficeCheck implements Check {

    @Override
    public void check(Exam exam) {
        Run one = exam.run(() -> PostOffice.send(List.of("book"), office(1)));
        exam.claim(
                "One parcel takes 3 s, and has its label when send returns.",
                one.took(ofSeconds(3)).and(one.printed("book: 400 g")).and(one.leftNothingRunning()));

        Run two = exam.run(() -> PostOffice.send(List.of("book", "ball"), office(1)));
        exam.claim(
                "Two parcels on one scale take 4 s.",
                two.took(ofSeconds(4))
                        .because("One is weighed until 1 s, and the other one until 2 s. Its label takes 2 s.")
                        .next("Which of the two calls needs a scale? Give it back before the other one."));
        exam.claim(
                "The first label is ready at 3 s.",
                two.printedAt(ofSeconds(3), "book: 400 g")
                        .because("The book was weighed at 1 s.")
                        .next("A label needs its own parcel only, and not the other parcels."));

        Run heavy = exam.runThatMayFail(() -> PostOffice.send(List.of("piano", "coat"), office(1)));
        exam.claim(
                "A scale is given back even if a parcel is too heavy.",
                heavy.took(ofSeconds(4))
                        .because("The coat is weighed until 2 s, also if the piano was too heavy.")
                        .next("Use try-with-resources, which gives the scale back in any case."));
        exam.claim(
                "Then the other one is sent, and send throws the exception.",
                heavy.printed("coat: 400 g")
                        .and(heavy.finds(
                                heavy.threwOrWrapped(IOException.class, "the piano is too heavy"),
                                () -> "Expected IOException: the piano is too heavy, but send "
                                        + heavy.thrown()
                                                .map(thrown -> "threw " + Run.described(thrown) + ".")
                                                .orElse("returned as if all parcels had been sent."))));

        Run other = exam.run(() -> PostOffice.send(
                List.of("pen", "cup", "hat", "toy", "map", "bag", "mug", "pot", "jar"),
                new Office(3, ofSeconds(2), ofMillis(700))));
        exam.claim(
                "Nine parcels on three scales take 6.7 s, if weighing takes 2 s and a label 0.7 s.",
                other.took(ofMillis(6_700)).rightOnlyFor("one scale", "three scales"));

        int count = exam.unknownCount();
        Run many = exam.run(() -> PostOffice.send(
                IntStream.rangeClosed(1, count)
                        .mapToObj(number -> "parcel " + number)
                        .toList(),
                office(7)));
        exam.claim(
                "It also works for hundreds of parcels on 7 scales.",
                many.took(Duration.ofSeconds((count + 6) / 7 + 2)).rightOnlyFor("a few parcels", count + " parcels"));
    }

    /** Weighing takes 1 s, and a label 2 s. */
    private static Office office(int scales) {
        return new Office(scales, ofSeconds(1), ofSeconds(2));
    }
}
