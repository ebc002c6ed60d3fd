// says: printed at 5 s
// says: each failure restarted the limit
package scraper;

import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
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

    static String fastest(List<Mirror> mirrors, Duration limit) throws Exception {
        var pool = Executors.newVirtualThreadPerTaskExecutor();
        try {
            var done = new ExecutorCompletionService<String>(pool);
            for (var m : mirrors) done.submit(m::download);
            for (int k = 0; k < mirrors.size(); k++) {
                var f = done.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
                if (f == null) break;
                try {
                    return f.get();
                } catch (ExecutionException e) {
                }
            }
            throw new TimeoutException();
        } finally {
            pool.shutdownNow();
            pool.close();
        }
    }

    static void main() throws Exception {
        var oslo = new Mirror("Oslo", ofSeconds(5), true);
        var rome = new Mirror("Rome", ofSeconds(2), true);
        var lima = new Mirror("Lima", ofSeconds(3), true);
        IO.println(fastest(List.of(oslo, rome, lima), ofSeconds(10)));
    }
}
