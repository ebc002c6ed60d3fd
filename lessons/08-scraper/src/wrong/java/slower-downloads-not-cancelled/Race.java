// says: Expected "Stopped asking Oslo" at 2 s, but the download was not interrupted
// says: It continues in the background
package scraper;

import static java.time.Duration.ofSeconds;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;

/** Downloads a file from several mirrors at once. The first answer wins, and the other downloads are cancelled. */
final class Race {

    record Mirror(String name, Duration time, boolean up) {

        /** @throws IllegalStateException after its time, if the mirror is down */
        String download() throws InterruptedException {
            IO.println("Asking " + name);
            try {
                Thread.sleep(time);
            } catch (InterruptedException stopped) {
                IO.println("Stopped asking " + name);
                throw stopped;
            }
            if (!up) {
                throw new IllegalStateException(name + " is down");
            }
            return "file from " + name;
        }
    }

    /**
     * Returns the first answer, and interrupts the other downloads.
     *
     * @throws TimeoutException if no mirror answers within the limit; all downloads are interrupted then
     */
    static String fastest(List<Mirror> mirrors, Duration limit) throws Exception {
        var answers = mirrors.stream().map(mirror -> CompletableFuture.supplyAsync(() -> uninterrupted(mirror)));
        return (String) CompletableFuture.anyOf(answers.toArray(CompletableFuture[]::new))
                .get(limit.toMillis(), MILLISECONDS);
    }

    private static String uninterrupted(Mirror mirror) {
        try {
            return mirror.download();
        } catch (InterruptedException stopped) {
            throw new CompletionException(stopped);
        }
    }

    static void main() throws Exception {
        var oslo = new Mirror("Oslo", ofSeconds(5), true);
        var rome = new Mirror("Rome", ofSeconds(2), true);
        var lima = new Mirror("Lima", ofSeconds(3), true);
        IO.println(fastest(List.of(oslo, rome, lima), ofSeconds(10)));
    }
}
