package dataloading;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import dataloading.SlideShow.Viewer;
import interleave.practice.Check;
import interleave.practice.Exam;
import interleave.practice.Finding;
import interleave.practice.Run;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Loaders and memory are limited, the order is kept, a failure waits for its turn, and a viewer who leaves ends it. */
public final class SlideShowCheck implements Check {

    /** How long loaders that were not stopped are watched. */
    private static final Duration EVENING = ofSeconds(60);

    @Override
    public void check(Exam exam) {
        Run show = exam.run(() -> SlideShow.show(album(8, 0), 2, 4, viewer(8)));
        exam.claim(
                "All pictures are shown in order.",
                shown(show, 8)
                        .because("Picture 5 takes longer to load than the pictures after it.")
                        .next("Use the pictures in the order in which you began to load them. What can keep that"
                                + " order?"));
        exam.claim(
                "At most 4 pictures are in memory.",
                atMostInMemory(show, 4)
                        .because("A picture needs memory while it is loaded, while it waits, and while it is shown.")
                        .next("Count all three before you start to load the next picture."));
        exam.claim(
                "At most 2 pictures are loaded at the same time.",
                atMostLoading(show, 2)
                        .because("There are 2 loaders.")
                        .next("Which executor has a limit for its threads?"));
        exam.claim(
                "The viewer never waits, except for the first picture.",
                show.printedAt(ofSeconds(1), "Showing picture 1")
                        .and(show.printedAt(ofSeconds(3), "Showing picture 2"))
                        .and(show.printedAt(ofSeconds(9), "Showing picture 5")
                                .because("There was room for picture 5 before, and it takes 6 s to load."))
                        .and(show.took(ofSeconds(17)))
                        .next("Load the next pictures while one is shown, as many as there is room for."));
        exam.claim("At the end, no thread is left.", show.leftNothingRunning());

        Run damaged = exam.runThatMayFail(() -> SlideShow.show(album(8, 5), 2, 4, viewer(8)));
        exam.claim(
                "If picture 5 is damaged, the pictures before it are shown.",
                shown(damaged, 4)
                        .because(() -> isShown(damaged, 6)
                                ? "The show went on without picture 5."
                                : "Picture 5 failed while an earlier one was shown.")
                        .next("Keep the failure in its future, and throw it when it is its turn."));
        exam.claim(
                "Then show throws the exception of the picture.",
                damaged.finds(
                                damaged.threwOrWrapped(IOException.class, "picture 5 is damaged"),
                                () -> "Expected IOException: picture 5 is damaged, but show "
                                        + damaged.thrown()
                                                .map(thrown -> "threw " + Run.described(thrown) + ".")
                                                .orElse("returned as if all pictures had been shown."))
                        .next("The future of the picture has the exception: let it through."));

        Run left = exam.runAndWatch(EVENING, () -> SlideShow.show(slow(), 2, 4, viewer(2)));
        exam.claim(
                "A viewer who wants no more sees no more.",
                shown(left, 2)
                        .because("The viewer returned false after picture 2.")
                        .next("Look at what the viewer returns."));
        exam.claim(
                "Then the loaders stop.",
                left.finds(
                                left.elapsed().equals(ofSeconds(5)),
                                () -> "Expected the show to end at 5 s, but it ended at " + Run.seconds(left.elapsed())
                                        + ".")
                        .because("A loader was in the middle of a picture that takes five minutes.")
                        .next("Interrupt the loaders: which methods of a future or of an executor do that?")
                        .and(left.leftNothingRunning()));

        Run large = exam.run(() -> SlideShow.show(album(12, 0), 3, 6, viewer(12)));
        exam.claim(
                "It also works with 3 loaders, and room for 6 pictures.",
                atMostInMemory(large, 6)
                        .and(large.finds(
                                peakInMemory(large) >= 5 && peakLoading(large) == 3,
                                () -> "Expected 3 loaders and up to 6 pictures in memory, but there were at most "
                                        + peakLoading(large) + " and " + peakInMemory(large) + "."))
                        .and(large.took(ofSeconds(25)))
                        .rightOnlyFor("2 loaders and room for 4 pictures", "3 loaders and room for 6"));
    }

    private static Album album(int pictures, int damaged) {
        return new Album(
                pictures,
                number -> number == damaged ? ofMillis(100) : number == 5 ? ofSeconds(6) : ofSeconds(1),
                damaged);
    }

    private static Album slow() {
        return new Album(8, number -> number <= 2 ? ofSeconds(1) : Duration.ofMinutes(5), 0);
    }

    private static Viewer viewer(int patience) {
        var left = new int[] {patience};
        return picture -> {
            IO.println("Showing " + picture);
            Thread.sleep(ofSeconds(2));
            IO.println("Done with " + picture);
            left[0]--;
            return left[0] > 0;
        };
    }

    private static Finding shown(Run run, int pictures) {
        List<String> expected = IntStream.rangeClosed(1, pictures)
                .mapToObj(number -> "Showing picture " + number)
                .toList();
        List<String> actual =
                run.output().stream().filter(line -> line.startsWith("Showing")).toList();
        int same = (int) IntStream.range(0, Math.min(pictures, actual.size()))
                .takeWhile(index -> expected.get(index).equals(actual.get(index)))
                .count();
        return run.finds(
                actual.equals(expected),
                () -> same == pictures
                        ? "Expected no more than " + same + " pictures to be shown, but there were " + actual.size()
                                + "."
                        : "Expected \"" + expected.get(same) + "\", but "
                                + (same < actual.size()
                                        ? "it was \"" + actual.get(same) + "\"."
                                        : "it was never printed."));
    }

    private static boolean isShown(Run run, int number) {
        return run.output().contains("Showing picture " + number);
    }

    private static Finding atMostInMemory(Run run, int limit) {
        return run.finds(
                peakInMemory(run) <= limit,
                () -> "Expected at most " + limit + " pictures in memory, but there were " + peakInMemory(run) + ".");
    }

    private static Finding atMostLoading(Run run, int limit) {
        return run.finds(
                peakLoading(run) <= limit,
                () -> "Expected at most " + limit + " pictures to be loaded at the same time, but there were "
                        + peakLoading(run) + ".");
    }

    private static int peakInMemory(Run run) {
        return peak(run, line -> line.startsWith("Loading"), line -> line.startsWith("Done"));
    }

    private static int peakLoading(Run run) {
        return peak(run, line -> line.startsWith("Loading"), line -> line.startsWith("Loaded"));
    }

    /** The largest number of lines that begin something, minus those that end it, at any time. */
    private static int peak(Run run, Predicate<String> begin, Predicate<String> end) {
        int count = 0;
        int peak = 0;
        for (String line : run.output()) {
            if (begin.test(line)) {
                count++;
            } else if (end.test(line)) {
                count--;
            }
            peak = Math.max(peak, count);
        }
        return peak;
    }
}
