package downloads;

import interleave.eventloop.AsyncSemaphore;
import interleave.eventloop.EventLoop;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

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
        return EventLoop.run(loop -> {
            var permits = new AsyncSemaphore(loop, desks);
            var copies = titles.stream()
                    .map(title ->
                            loop.createTask(title, () -> attempt(loop, permits, vault, title, new AtomicInteger(1), 1)))
                    .toList();
            return loop.gather(copies)
                    .thenApply(copied -> IntStream.range(0, titles.size())
                            .filter(i -> !copied.get(i))
                            .mapToObj(titles::get)
                            .toList());
        });
    }

    /** Completes with whether the copy is complete. */
    private static CompletionStage<Boolean> attempt(
            EventLoop loop, AsyncSemaphore permits, Vault vault, String title, AtomicInteger next, int attempt) {
        return permits.withPermit(() -> loop.toThread(() -> copy(vault, title, next)))
                .thenCompose(complete -> complete || attempt == 3
                        ? loop.completed(complete)
                        : loop.sleep(Vault.PAUSE)
                                .thenCompose(slept -> attempt(loop, permits, vault, title, next, attempt + 1)));
    }

    private static boolean copy(Vault vault, String title, AtomicInteger next) throws InterruptedException {
        try (var book = vault.open(title, next.get())) {
            while (book.copyPage()) {
                next.incrementAndGet();
            }
            vault.publish(title);
            return true;
        } catch (IOException dark) {
            return false;
        }
    }

    static void main() throws Exception {
        var vault = new Vault().book("Atlas", 4, 2).book("Bible", 3).book("Comedy", 5, 1, 1, 1);
        IO.println("Given up: " + copyAll(vault, List.of("Atlas", "Bible", "Comedy"), 2));
    }
}
