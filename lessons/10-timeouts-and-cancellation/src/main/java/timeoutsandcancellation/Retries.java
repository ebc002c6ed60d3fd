package timeoutsandcancellation;

import java.time.Duration;

/** Fetches again when a try has taken too long. */
final class Retries {
    private final Fetcher fetcher;
    private final Source source;

    Retries(Fetcher fetcher, Source source) {
        this.fetcher = fetcher;
        this.source = source;
    }

    /** Wrong on purpose: every try gets the full limit of the page, so the page takes up to {@code tries} limits. */
    String withLimitPerTry(int tries, Duration limit) throws Exception {
        for (int number = 1; ; number++) {
            IO.println("Try " + number);
            try {
                return fetcher.fetch(source, Deadline.after("try", limit));
            } catch (DeadlineExceededException late) {
                if (number == tries) {
                    throw late;
                }
            }
        }
    }

    /** A try gets its own limit, but never more than what is left until the deadline of the page. */
    String withDeadline(Duration limitPerTry, Deadline page) throws Exception {
        for (int number = 1; ; number++) {
            IO.println("Try " + number);
            try {
                return fetcher.fetch(source, Deadline.after("try", limitPerTry).within(page));
            } catch (DeadlineExceededException late) {
                if (late.deadline() == page) {
                    throw late;
                }
            }
        }
    }
}
