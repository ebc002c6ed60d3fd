// says: It brought [Echo: all is well, Gazette: all is well]
// says: the order of the papers
package scraper;

import static java.time.Duration.ofSeconds;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/** The day's headline of each newspaper, for a page that shows them all: a paper without one leaves a gap, no more. */
final class Headlines {

    record Paper(String name, Duration time, boolean works) {

        /** @throws IllegalStateException at the end of its time, when its site does not work */
        String headline() throws InterruptedException {
            IO.println("Asking " + name);
            try {
                Thread.sleep(time);
            } catch (InterruptedException stopped) {
                IO.println("Hung up on " + name);
                throw stopped;
            }
            if (!works) {
                throw new IllegalStateException(name + " does not work");
            }
            return name + ": all is well";
        }

        String gap() {
            return name + ": nothing today";
        }
    }

    /**
     * A line for each paper, in the order of the papers: its headline, or a gap, when there is none within one's
     * patience. Nobody is kept on the line after that.
     */
    static List<String> of(List<Paper> papers, Duration patience) throws Exception {
        var headlines = new ConcurrentLinkedQueue<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> questions = papers.stream()
                    .<Callable<Boolean>>map(paper -> () -> {
                        try {
                            return headlines.add(paper.headline());
                        } catch (IllegalStateException | InterruptedException failed) {
                            return headlines.add(paper.gap());
                        }
                    })
                    .toList();
            threads.invokeAll(questions, patience.toMillis(), MILLISECONDS);
        }
        return List.copyOf(headlines);
    }

    static void main() throws Exception {
        var papers = List.of(
                new Paper("Gazette", ofSeconds(3), true),
                new Paper("Herald", ofSeconds(1), false),
                new Paper("Echo", ofSeconds(2), true),
                new Paper("Post", ofSeconds(60), true));
        of(papers, ofSeconds(5)).forEach(IO::println);
    }
}
