// says: Expected "Asking Gazette" once
package scraper;

import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Collects the day's headline of several newspapers. A newspaper without one leaves a gap. */
final class Headlines {

    record Paper(String name, Duration time, boolean up) {

        /** @throws IllegalStateException after its time, if its site is down */
        String headline() throws InterruptedException {
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
            return name + ": all is well";
        }

        String gap() {
            return name + ": nothing today";
        }
    }

    static List<String> collect(List<Paper> papers, Duration timeout) throws Exception {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = papers.stream().<Callable<String>>map(p -> p::headline).toList();
            var extra = calls.stream().map(pool::submit).toList();
            var fs = pool.invokeAll(calls, timeout.toMillis(), TimeUnit.MILLISECONDS);
            extra.forEach(f -> f.cancel(true));
            return IntStream.range(0, fs.size())
                    .mapToObj(i -> fs.get(i).state() == Future.State.SUCCESS
                            ? fs.get(i).resultNow()
                            : papers.get(i).gap())
                    .toList();
        }
    }

    static void main() throws Exception {
        var papers = List.of(
                new Paper("Gazette", ofSeconds(3), true),
                new Paper("Herald", ofSeconds(1), false),
                new Paper("Echo", ofSeconds(2), true),
                new Paper("Post", ofSeconds(60), true));
        collect(papers, ofSeconds(5)).forEach(IO::println);
    }
}
