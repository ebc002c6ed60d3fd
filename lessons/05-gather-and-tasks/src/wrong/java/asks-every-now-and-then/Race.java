// says: "The race is over" came at 2.
// says: was seen late
// says: Do not ask in a loop
package gatherandtasks;

import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;

/** The same file lies on several mirrors: the first that has it wins, and the others need not go on. */
final class Race {

    record Mirror(String name, Duration time, boolean up) {

        /** @throws IllegalStateException at the end of its time, when it is down */
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
     * The first answer of all; whoever has not answered by then is stopped.
     *
     * @throws TimeoutException when there is none within the limit; all are stopped then
     */
    static String fastest(List<Mirror> mirrors, Duration limit) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var downloads = mirrors.stream()
                    .map(mirror -> threads.submit(mirror::download))
                    .toList();
            for (long waited = 0; waited < limit.toMillis(); waited += 30) {
                for (var download : downloads) {
                    if (download.state() == Future.State.SUCCESS) {
                        threads.shutdownNow();
                        return download.resultNow();
                    }
                }
                Thread.sleep(30);
            }
            threads.shutdownNow();
            throw new TimeoutException();
        }
    }

    static void main() throws Exception {
        var oslo = new Mirror("Oslo", ofSeconds(5), true);
        var rome = new Mirror("Rome", ofSeconds(2), true);
        var lima = new Mirror("Lima", ofSeconds(3), true);
        IO.println(fastest(List.of(oslo, rome, lima), ofSeconds(10)));
    }
}
