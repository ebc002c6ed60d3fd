package downloads;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

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
        var left = new CountDownLatch(titles.size());
        var givenUp = ConcurrentHashMap.<String>newKeySet();
        try (var pool = Executors.newFixedThreadPool(desks);
                var timer = Executors.newSingleThreadScheduledExecutor()) {
            for (String title : titles) {
                pool.execute(new Attempt(vault, title, 1, 1, pool, timer, left, givenUp));
            }
            left.await();
        }
        return titles.stream().filter(givenUp::contains).toList();
    }

    /** One attempt needs a thread of the pool, and the pause needs none. */
    private record Attempt(
            Vault vault,
            String title,
            int page,
            int attempt,
            ExecutorService pool,
            ScheduledExecutorService timer,
            CountDownLatch left,
            Set<String> givenUp)
            implements Runnable {

        @Override
        public void run() {
            int next = page;
            try (var book = vault.open(title, page)) {
                while (book.copyPage()) {
                    next++;
                }
                vault.publish(title);
                left.countDown();
            } catch (IOException dark) {
                again(next);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }

        private void again(int next) {
            if (attempt == 3) {
                givenUp.add(title);
                left.countDown();
                return;
            }
            var again = new Attempt(vault, title, next, attempt + 1, pool, timer, left, givenUp);
            timer.schedule(() -> pool.execute(again), Vault.PAUSE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    static void main() throws Exception {
        var vault = new Vault().book("Atlas", 4, 2).book("Bible", 3).book("Comedy", 5, 1, 1, 1);
        IO.println("Given up: " + copyAll(vault, List.of("Atlas", "Bible", "Comedy"), 2));
    }
}
