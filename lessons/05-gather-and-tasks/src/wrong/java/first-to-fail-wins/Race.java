// says: It threw IllegalStateException: Bonn is down
// says: Rome would have answered
package gatherandtasks;

import static java.time.Duration.ofSeconds;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorCompletionService;
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
        List<Callable<String>> downloads = mirrors.stream()
                .<Callable<String>>map(mirror -> mirror::download)
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ExecutorCompletionService<String>(threads);
            downloads.forEach(answers::submit);
            Future<String> first = answers.poll(limit.toMillis(), MILLISECONDS);
            threads.shutdownNow();
            if (first == null) {
                throw new TimeoutException("no mirror has answered");
            }
            return first.get();
        }
    }

    static void main() throws Exception {
        var oslo = new Mirror("Oslo", ofSeconds(5), true);
        var rome = new Mirror("Rome", ofSeconds(2), true);
        var lima = new Mirror("Lima", ofSeconds(3), true);
        IO.println(fastest(List.of(oslo, rome, lima), ofSeconds(10)));
    }
}
