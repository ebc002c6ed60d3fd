// says: "Opening Atlas at page 3"
package downloads;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/** Copies old books. Each open book needs a desk of its own. */
final class CopyRoom {

    /**
     * Copies all books, at most {@code desks} at once, and publishes each copy that is complete.
     *
     * <p>When the light goes out, a book is closed, and opened again after {@link Vault#PAUSE}, at the first page that
     * is not copied. A book is given up when the light has gone out three times.
     *
     * @return the titles of the books that were given up, in the order of {@code titles}
     */
    static List<String> copyAll(Vault vault, List<String> titles, int desks) throws Exception {
        var permits = new Semaphore(desks);
        var copies = titles.stream()
                .<Callable<Boolean>>map(title -> () -> copy(vault, title, permits))
                .toList();
        var givenUp = new ArrayList<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var copied = threads.invokeAll(copies);
            for (int i = 0; i < titles.size(); i++) {
                if (!copied.get(i).get()) {
                    givenUp.add(titles.get(i));
                }
            }
        }
        return givenUp;
    }

    /** Returns whether the copy is complete. */
    private static boolean copy(Vault vault, String title, Semaphore permits) throws InterruptedException {
        int next = 1;
        for (int attempt = 1; attempt <= 1; attempt++) {
            if (attempt > 1) {
                Thread.sleep(Vault.PAUSE);
            }
            permits.acquire();
            try (var book = vault.open(title, next)) {
                while (book.copyPage()) {
                    next++;
                }
                vault.publish(title);
                return true;
            } catch (IOException dark) {
                IO.println(title + ": " + dark.getMessage());
            } finally {
                permits.release();
            }
        }
        return false;
    }

    static void main() throws Exception {
        var vault = new Vault().book("Atlas", 4, 2).book("Bible", 3).book("Comedy", 5, 1, 1, 1);
        IO.println("Given up: " + copyAll(vault, List.of("Atlas", "Bible", "Comedy"), 2));
    }
}
