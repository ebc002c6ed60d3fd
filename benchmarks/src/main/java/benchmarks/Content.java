package benchmarks;

import fetch.User;
import interleave.localsite.Pages;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** What is on the pages of a {@link FetchServer}. */
enum Content {

    /** A user each, in JSON, as in lesson 07. */
    USERS(10_000, "/users/") {
        @Override
        void add(Pages pages, int number, Duration latency, Duration work) {
            String body = "{\"id\": %d, \"name\": \"%s\"}".formatted(number, nameOf(number));
            if (work.isZero()) {
                pages.json(path(number), body, latency);
            } else {
                pages.json(path(number), () -> afterWork(work, body), latency);
            }
        }
    },

    /** An article of a newspaper each, for lesson 08. */
    ARTICLES(100, "/articles/") {
        @Override
        void add(Pages pages, int number, Duration latency, Duration work) {
            pages.html(path(number), new Article(number).html(), latency);
        }
    };

    private final int count;
    private final String folder;

    Content(int count, String folder) {
        this.count = count;
        this.folder = folder;
    }

    abstract void add(Pages pages, int number, Duration latency, Duration work);

    /** All pages there are. */
    void define(Pages pages, Duration latency, Duration work) {
        IntStream.rangeClosed(1, count).forEach(number -> add(pages, number, latency, work));
    }

    String path(int number) {
        return folder + number;
    }

    /** The first of the users. */
    static List<User> users(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new User(number, nameOf(number)))
                .toList();
    }

    private static String nameOf(int number) {
        return "User " + number;
    }

    private static String afterWork(Duration work, String body) {
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < work.toNanos()) {
            Thread.onSpinWait();
        }
        return body;
    }
}
