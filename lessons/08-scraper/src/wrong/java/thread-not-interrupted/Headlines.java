// says: does not interrupt the thread
package scraper;

import static java.time.Duration.ofSeconds;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

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
        var answers = papers.stream()
                .map(paper -> CompletableFuture.supplyAsync(() -> uninterrupted(paper), Thread::startVirtualThread)
                        .exceptionally(failed -> paper.gap())
                        .completeOnTimeout(paper.gap(), timeout.toMillis(), MILLISECONDS))
                .toList();
        return answers.stream().map(CompletableFuture::join).toList();
    }

    private static String uninterrupted(Paper paper) {
        try {
            return paper.headline();
        } catch (InterruptedException stopped) {
            throw new CompletionException(stopped);
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
