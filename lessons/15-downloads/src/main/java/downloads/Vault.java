package downloads;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;

/**
 * Old books in the cellar of a museum, for an exercise. They are copied page by page. Prints each event. Thread-safe.
 */
final class Vault {

    /** How long to wait before a book is opened again. */
    static final Duration PAUSE = Duration.ofSeconds(10);

    private record Book(int pages, Queue<Integer> breaks) {}

    private final Map<String, Book> books = new HashMap<>();
    private int open;
    private int peak;

    /** Adds a book. The light goes out after the first number of pages, then after the second number, and so on. */
    Vault book(String title, int pages, int... breaks) {
        var queue = new ArrayDeque<Integer>();
        for (int after : breaks) {
            queue.add(after);
        }
        books.put(title, new Book(pages, queue));
        return this;
    }

    /** The largest number of books that were open at the same time. */
    synchronized int peak() {
        return peak;
    }

    /** Opens a book at a page, counted from 1. Close the book to free its desk for another one. */
    synchronized Reading open(String title, int page) {
        IO.println("Opening " + title + " at page " + page);
        open++;
        peak = Math.max(peak, open);
        Book book = books.get(title);
        return new Reading(book.pages - page + 1, book.breaks.isEmpty() ? Integer.MAX_VALUE : book.breaks.remove());
    }

    /** Puts the copy of a book into the reading room. It must be complete. */
    void publish(String title) {
        IO.println("Published " + title);
    }

    private synchronized void closed() {
        open--;
    }

    /** An open book. */
    final class Reading implements AutoCloseable {
        private int pages;
        private int light;
        private boolean isClosed;

        private Reading(int pages, int light) {
            this.pages = pages;
            this.light = light;
        }

        /**
         * Copies the next page, which takes one second. Returns false if no page is left.
         *
         * @throws IOException if the light goes out; the pages before that are copied
         */
        boolean copyPage() throws IOException, InterruptedException {
            if (light == 0) {
                throw new IOException("the light went out");
            }
            if (pages <= 0) {
                return false;
            }
            Thread.sleep(Duration.ofSeconds(1));
            pages--;
            light--;
            return true;
        }

        @Override
        public void close() {
            if (!isClosed) {
                isClosed = true;
                closed();
            }
        }
    }
}
