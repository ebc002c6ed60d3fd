package downloads;

import static java.time.Duration.ofSeconds;

import interleave.practice.Check;
import interleave.practice.Exam;
import interleave.practice.Finding;
import interleave.practice.Run;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * As many books at once as desks; broken copies continue, without a desk during the pause; only complete ones appear.
 */
public final class CopyRoomCheck implements Check {

    private static final List<String> FOUR = List.of("Atlas", "Bible", "Comedy", "Diary");

    @Override
    public void check(Exam exam) {
        var bright =
                new Vault().book("Atlas", 3).book("Bible", 3).book("Comedy", 3).book("Diary", 3);
        Run fast = exam.run(() -> CopyRoom.copyAll(bright, FOUR, 2));
        exam.claim(
                "With two desks, two books are copied at the same time.",
                fast.took(ofSeconds(6))
                        .because("Each of the 4 books takes 3 s, and there are 2 desks.")
                        .next("Start a thread for each book, and let a semaphore with a permit for each desk decide who"
                                + " may open one."));
        exam.claim(
                "There are never more open books than desks.",
                atMostOpen(fast, bright, 2)
                        .next("Take a permit before you open a book, and return it after you have closed it."));
        exam.claim("copyAll returns when all copies have ended.", fast.leftNothingRunning());

        var atlas = new Vault().book("Atlas", 4, 2);
        Run single = exam.run(() -> CopyRoom.copyAll(atlas, List.of("Atlas"), 1));
        exam.claim(
                "A book continues at the first page that is not copied.",
                single.printedAt(ofSeconds(12), "Opening Atlas at page 3")
                        .because("The light went out at 2 s, after two pages. The pause takes 10 s.")
                        .next("Count the pages that copyPage has copied, and sleep for Vault.PAUSE before you open"
                                + " the book again."));

        var alone = new Vault().book("Atlas", 2, 1).book("Bible", 3);
        Run pause = exam.run(() -> CopyRoom.copyAll(alone, FOUR.subList(0, 2), 1));

        var dark = new Vault()
                .book("Atlas", 4, 2)
                .book("Bible", 3)
                .book("Comedy", 5, 1, 1, 1)
                .book("Diary", 2, 1, 0);
        List<String> givenUp = new ArrayList<>();
        Run broken = exam.run(() -> givenUp.addAll(CopyRoom.copyAll(dark, FOUR, 4)));
        exam.claim(
                "A book in which the light goes out twice is completed.",
                broken.printedAt(ofSeconds(22), "Published Diary")
                        .next("Only the third time is the last one: repeat the attempt in a loop."));
        exam.claim(
                "A book is given up when the light has gone out three times.",
                broken.printedAt(ofSeconds(22), "Opening Comedy at page 3")
                        .and(broken.printedAtMost(0, "Opening Comedy at page 4"))
                        .and(broken.took(ofSeconds(23)))
                        .because(
                                "The light went out at 1 s, 12 s and 23 s. No further attempt follows, and no pause."));
        exam.claim(
                "Only complete copies are published, each once.",
                publishedOnce(broken, "Atlas", 14)
                        .and(publishedOnce(broken, "Bible", 3))
                        .and(broken.printedAtMost(0, "Published Comedy"))
                        .because("A reader takes what is in the reading room for the whole book.")
                        .next("Publish a book when copyPage has returned false, and only then."));
        exam.claim(
                "copyAll returns the titles that were given up.",
                broken.returned("copyAll", "[Comedy]", givenUp.toString()));

        exam.claim(
                "During the pause, the desk is free for another book.",
                pause.took(ofSeconds(12))
                        .and(atMostOpen(pause, alone, 1))
                        .because("Atlas pauses from 1 s to 11 s. Bible needs the only desk for 3 s.")
                        .next("Return the permit before you sleep, and take another one after it."));

        var hopeless =
                new Vault().book("Diary", 3, 0, 0, 0).book("Atlas", 3, 1, 0, 1).book("Bible", 1);
        givenUp.clear();
        Run order = exam.run(() -> givenUp.addAll(CopyRoom.copyAll(hopeless, List.of("Atlas", "Bible", "Diary"), 3)));
        exam.claim(
                "They are in the order of the titles, and not of their end.",
                order.returned("copyAll", "[Atlas, Diary]", givenUp.toString()));

        int count = exam.unknownCount();
        var library = new Vault();
        List<String> many = IntStream.rangeClosed(1, count)
                .mapToObj(number -> "Volume " + number)
                .toList();
        many.forEach(title -> library.book(title, 2));
        Run large = exam.run(() -> CopyRoom.copyAll(library, many, 7));
        exam.claim(
                "It also works for hundreds of books on 7 desks.",
                large.took(Duration.ofSeconds(2L * ((count + 6) / 7)))
                        .and(atMostOpen(large, library, 7))
                        .rightOnlyFor("a few books", count + " books on 7 desks"));
    }

    private static Finding atMostOpen(Run run, Vault vault, int desks) {
        return run.finds(
                vault.peak() <= desks,
                () -> "Expected at most " + desks + " open books, but there were " + vault.peak() + " at once.");
    }

    private static Finding publishedOnce(Run run, String title, int second) {
        return run.printedAt(ofSeconds(second), "Published " + title).and(run.printedAtMost(1, "Published " + title));
    }
}
