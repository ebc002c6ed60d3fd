// says: but collect returned [Echo: all is well, Gazette: all is well]
// says: the order in which they answered
package scraper;

import static java.time.Duration.ofSeconds;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

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

    /**
     * Returns one line per paper, in the order of the papers: its headline, or its gap if it fails or does not answer
     * within the timeout. The timeout is for all papers together; requests that are still running then are interrupted.
     */
    static List<String> collect(List<Paper> papers, Duration timeout) throws Exception {
        var headlines = new ConcurrentLinkedQueue<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> requests = papers.stream()
                    .<Callable<Boolean>>map(paper -> () -> {
                        try {
                            return headlines.add(paper.headline());
                        } catch (IllegalStateException | InterruptedException failed) {
                            return headlines.add(paper.gap());
                        }
                    })
                    .toList();
            threads.invokeAll(requests, timeout.toMillis(), MILLISECONDS);
        }
        return List.copyOf(headlines);
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
