package downloads;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/** A fax machine at the other end of a bad telephone line, for an exercise. */
final class PhoneLine {

    /** A page and its number, which starts at 1. Several pages may have the same text. */
    record Page(int number, String text) {}

    private final List<String> texts;
    private final boolean isOld;
    private final Queue<Integer> breaks = new ArrayDeque<>();

    private PhoneLine(List<String> texts, boolean isOld, int... breaks) {
        this.texts = texts;
        this.isOld = isOld;
        for (int pages : breaks) {
            this.breaks.add(pages);
        }
    }

    /** The first call breaks after the first number of pages, the second one after the second number, and so on. */
    static PhoneLine of(List<String> texts, int... breaks) {
        return new PhoneLine(texts, false, breaks);
    }

    /** An old machine, which always sends all pages, whichever page you request. */
    static PhoneLine ofOldMachine(List<String> texts, int... breaks) {
        return new PhoneLine(texts, true, breaks);
    }

    /** Calls the machine, and requests all pages from this one on. */
    Call call(int firstPage) {
        IO.println("Asking for page " + firstPage + " and all after it");
        return new Call(isOld ? 1 : firstPage);
    }

    /** A call, during which the pages arrive one after the other. */
    final class Call {
        private int next;
        private int left = breaks.isEmpty() ? Integer.MAX_VALUE : breaks.remove();

        private Call(int first) {
            next = first;
        }

        /**
         * Waits a second for the next page. Returns empty if there are no more pages.
         *
         * @throws IOException if the line breaks
         */
        Optional<Page> next() throws IOException, InterruptedException {
            if (left == 0) {
                throw new IOException("the line is broken");
            }
            if (next > texts.size()) {
                return Optional.empty();
            }
            Thread.sleep(Duration.ofSeconds(1));
            left--;
            var page = new Page(next, texts.get(next - 1));
            next++;
            return Optional.of(page);
        }
    }
}
