package scraper;

import static java.time.Duration.ofSeconds;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;

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
        long deadline = System.nanoTime() + timeout.toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = papers.stream()
                    .map(paper -> threads.submit(paper::headline))
                    .toList();
            var headlines = new ArrayList<String>();
            for (int i = 0; i < papers.size(); i++) {
                var answer = answers.get(i);
                try {
                    headlines.add(answer.get(deadline - System.nanoTime(), NANOSECONDS));
                } catch (ExecutionException | TimeoutException missing) {
                    answer.cancel(true);
                    headlines.add(papers.get(i).gap());
                }
            }
            return headlines;
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
