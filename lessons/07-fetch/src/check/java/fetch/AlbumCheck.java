package fetch;

import static java.time.Duration.ZERO;
import static java.time.Duration.ofSeconds;

import interleave.practice.Check;
import interleave.practice.Exam;
import interleave.practice.Finding;
import interleave.practice.Run;
import java.util.List;
import java.util.stream.IntStream;

/** One client with enough connections sends all requests at the same time. */
public final class AlbumCheck implements Check {
    private static final int SCHEDULES = 20;
    private static final List<String> FOUR = List.of("beach", "harbour", "sunset", "boat");
    private static final List<String> TWENTY = photos(20);

    @Override
    public void check(Exam exam) {
        Run four = exam.run(() -> IO.println(Album.download(FOUR)));
        exam.claim(
                "All requests are sent at 0 s.",
                allSentAtOnce(four, FOUR)
                        .because(() -> sentAtStart(four) == 1
                                ? "Each request waited for the response to the one before."
                                : "The client opens two connections by default, and a connection carries one request at"
                                        + " a time.")
                        .next("Start one thread per photo, and create a client with enough connections:"
                                + " new Client(...)."));
        exam.claim(
                "One client sends them.",
                four.finds(
                                clients(four) == 1,
                                () -> "Expected one client, but " + clients(four) + " were created. Each has its own"
                                        + " connections, so no connection is ever reused.")
                        .next("Create one client, and share it between the threads."));
        exam.claim("The download takes 1 s, one latency.", four.took(ofSeconds(1)));
        exam.claim(
                "The photos are in the order of the album, under every schedule.",
                exam.runUnderSchedules(SCHEDULES, () -> IO.println(Album.download(FOUR))).stream()
                        .map(AlbumCheck::inOrder)
                        .reduce(Finding::and)
                        .orElseThrow()
                        .next("Keep the futures in the order of the album, and call get() in that order."));

        Run twenty = exam.run(() -> IO.println(Album.download(TWENTY)));
        exam.claim(
                "Twenty photos take 1 s, too.",
                allSentAtOnce(twenty, TWENTY)
                        .and(twenty.took(ofSeconds(1)))
                        .because("It is right for four photos, but not for twenty.")
                        .next(() -> twenty.threadsStarted() < TWENTY.size()
                                ? "Only " + twenty.threadsStarted() + " threads sent requests, and each waits for its"
                                        + " response. Start one thread per photo."
                                : "The number of connections depends on the number of photos."));

        int count = exam.unknownCount();
        Run many = exam.run(() -> Album.download(photos(count)));
        exam.claim(
                "Any number of photos takes 1 s.",
                many.took(ofSeconds(1))
                        .because(() -> "The album had " + count + " photos, and "
                                + (many.threadsStarted() < count
                                        ? many.threadsStarted() + " threads."
                                        : "the client had fewer connections."))
                        .next("A number in your code is too small for some album. Use photos.size()."));
    }

    private static List<String> photos(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> "photo " + number)
                .toList();
    }

    private static Finding allSentAtOnce(Run run, List<String> photos) {
        return photos.stream()
                .map(photo -> run.printedAt(ZERO, "GET " + photo))
                .reduce(Finding::and)
                .orElseThrow();
    }

    private static long sentAtStart(Run run) {
        return FOUR.stream()
                .filter(photo -> run.timeOf("GET " + photo).filter(ZERO::equals).isPresent())
                .count();
    }

    private static long clients(Run run) {
        return run.output().stream().filter("New client"::equals).count();
    }

    private static Finding inOrder(Run run) {
        String expected = FOUR.stream().map(photo -> photo + ".jpg").toList().toString();
        String actual = run.output().getLast();
        return run.returned("download", expected, actual);
    }
}
