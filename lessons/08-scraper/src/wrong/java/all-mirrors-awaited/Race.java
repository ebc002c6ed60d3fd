// says: Expected "file from Rome", but fastest returned "file from Oslo".
// says: Wait for the first mirror that answers
package scraper;

import static java.time.Duration.ofSeconds;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
        List<Callable<String>> downloads = mirrors.stream()
                .<Callable<String>>map(mirror -> mirror::download)
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<String> answer : threads.invokeAll(downloads, limit.toMillis(), MILLISECONDS)) {
                if (answer.state() == Future.State.SUCCESS) {
                    return answer.resultNow();
                }
            }
            throw new TimeoutException("no mirror has answered");
        }
    }

    static void main() throws Exception {
        var oslo = new Mirror("Oslo", ofSeconds(5), true);
        var rome = new Mirror("Rome", ofSeconds(2), true);
        var lima = new Mirror("Lima", ofSeconds(3), true);
        IO.println(fastest(List.of(oslo, rome, lima), ofSeconds(10)));
    }
}
