package dataloading;

import static java.time.Duration.ofSeconds;

import interleave.practice.Check;
import interleave.practice.Exam;
import interleave.practice.Run;

/** The next page is fetched while a page is being read, and no other one. */
public final class BedtimeStoryCheck implements Check {

    @Override
    public void check(Exam exam) {
        Run story = exam.run(() -> BedtimeStory.read(4, ofSeconds(2)));
        exam.claim(
                "The first page is read as soon as it is there.",
                story.printedAt(ofSeconds(2), "Reading page 1")
                        .because("It takes 2 s to fetch page 1, and it needs no other page.")
                        .next("Read a page as soon as it has been fetched."));
        exam.claim(
                "Page 2 is fetched while page 1 is being read.",
                story.printedAt(ofSeconds(2), "Fetching page 2")
                        .because(() -> story.isEarly("Fetching page 2", ofSeconds(2))
                                ? "At that time, page 1 had not been fetched yet."
                                : "No page was fetched while page 1 was being read.")
                        .next("When you have a page, start the fetch before you read it, and wait for its result"
                                + " afterwards."));
        exam.claim(
                "Only one page is fetched ahead.",
                story.printedAt(ofSeconds(5), "Fetching page 3")
                        .because("At 4 s, page 2 was not being read yet.")
                        .next("Fetch a page when the one before it is read."));
        exam.claim(
                "All pages are read, one after the other.",
                story.printedAt(ofSeconds(5), "Reading page 2")
                        .and(story.printedAt(ofSeconds(8), "Reading page 3"))
                        .and(story.printedAt(ofSeconds(11), "Reading page 4"))
                        .and(story.took(ofSeconds(14))));
        exam.claim(
                "There is no page 5.",
                story.finds(story.count("Fetching page 5") == 0, () -> "Expected no page 5, but it was fetched.")
                        .because("The story has 4 pages.")
                        .next("While the last page is read, there is nothing to fetch."));
        exam.claim("When the story ends, no thread is left.", story.leftNothingRunning());

        Run far = exam.run(() -> BedtimeStory.read(3, ofSeconds(5)));
        exam.claim(
                "It also works for pages that are far away.",
                far.printedAt(ofSeconds(5), "Reading page 1")
                        .and(far.printedAt(ofSeconds(10), "Reading page 2"))
                        .and(far.took(ofSeconds(18)))
                        .rightOnlyFor("pages that take 2 s", "pages that take 5 s"));
        int many = exam.unknownCount();
        Run novel = exam.run(() -> BedtimeStory.read(many, ofSeconds(1)));
        exam.claim(
                "And for a novel.",
                novel.took(ofSeconds(1 + 3L * many)).rightOnlyFor("a story of 4 pages", many + " pages"));
    }
}
