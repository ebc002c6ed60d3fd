package downloads;

import static java.time.Duration.ofSeconds;

import interleave.practice.Check;
import interleave.practice.Exam;
import interleave.practice.Finding;
import interleave.practice.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** After a break, only the missing pages are requested, and each page is in the result once. */
public final class FaxCheck implements Check {

    private static final List<String> LETTER =
            List.of("Dear museum,", "please find below", "my list:", "a lamp", "a lamp", "a chair", "Yours");

    private static final String NUMBER = "Compare the number of each page with the number that you need next.";

    @Override
    public void check(Exam exam) {
        List<String> received = new ArrayList<>();
        Run letter = exam.run(() -> received(received, Fax.receive(PhoneLine.of(LETTER, 3, 2))));
        exam.claim(
                "receive returns all pages in order, each once.",
                returned(letter, received, LETTER)
                        .because(
                                () -> received.equals(LETTER.stream().distinct().toList())
                                        ? "Two pages have the same text, and both belong to the letter."
                                        : "The line broke after page 3, and after two more pages.")
                        .next(
                                received.size() < LETTER.size() - 1
                                        ? "Keep the pages that you have, and call again, after every break."
                                        : NUMBER));
        exam.claim(
                "No page is sent a second time.",
                letter.took(ofSeconds(7))
                        .because("There are 7 pages, and each takes 1 s.")
                        .next("After a break, ask for the first page that is missing."));

        received.clear();
        List<String> leaflet = List.of("Opening hours", "", "", "Monday closed", "Welcome");
        Run old = exam.run(() -> received(received, Fax.receive(PhoneLine.ofOldMachine(leaflet, 2))));
        exam.claim(
                "It also works if the machine sends all pages again.",
                returned(old, received, leaflet)
                        .because("This machine starts with page 1, whatever you ask for. Two of its pages are empty.")
                        .next(NUMBER));
        exam.claim(
                "Then the call is not repeated.",
                old.took(ofSeconds(7)).because("The old machine sent 2 pages, and then all 5."));

        received.clear();
        List<String> book = IntStream.rangeClosed(1, exam.unknownCount())
                .mapToObj(number -> "page " + number)
                .toList();
        Run many = exam.run(() -> received(received, Fax.receive(PhoneLine.of(book, 1, 1, 1, 1, 20))));
        exam.claim(
                "And for a long document with five breaks.",
                returned(many, received, book)
                        .and(many.took(ofSeconds(book.size())))
                        .rightOnlyFor("a letter with two breaks", "five"));
    }

    private static void received(List<String> result, List<String> pages) {
        result.addAll(pages);
    }

    private static Finding returned(Run run, List<String> actual, List<String> expected) {
        int same = (int) IntStream.range(0, Math.min(expected.size(), actual.size()))
                .takeWhile(index -> expected.get(index).equals(actual.get(index)))
                .count();
        return run.finds(actual.equals(expected), () -> problem(actual, expected, same));
    }

    private static String problem(List<String> actual, List<String> expected, int same) {
        if (same == actual.size()) {
            return "Expected " + expected.size() + " pages, but there were only " + actual.size() + ".";
        }
        if (same == expected.size()) {
            return "Expected " + expected.size() + " pages, but there were " + actual.size() + ".";
        }
        return "Expected \"" + expected.get(same) + "\" as page " + (same + 1) + ", but it was \"" + actual.get(same)
                + "\".";
    }
}
