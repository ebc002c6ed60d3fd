// says: Expected "Asking Oslo" once
package scraper;

import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

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
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = mirrors.stream().<Callable<String>>map(m -> m::download).toList();
            var extra = calls.stream().map(pool::submit).toList();
            try {
                return pool.invokeAny(calls, limit.toMillis(), TimeUnit.MILLISECONDS);
            } finally {
                extra.forEach(f -> f.cancel(true));
            }
        }
    }

    static void main() throws Exception {
        var oslo = new Mirror("Oslo", ofSeconds(5), true);
        var rome = new Mirror("Rome", ofSeconds(2), true);
        var lima = new Mirror("Lima", ofSeconds(3), true);
        IO.println(fastest(List.of(oslo, rome, lima), ofSeconds(10)));
    }
}
