// says: It threw CancellationException at Headlines.java, line 52
// says: that is a gap, too
package scraper;

import static java.time.Duration.ofSeconds;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
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
        List<Callable<String>> questions =
                papers.stream().<Callable<String>>map(paper -> paper::headline).toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(questions, patience.toMillis(), MILLISECONDS);
            var headlines = new ArrayList<String>();
            for (int i = 0; i < papers.size(); i++) {
                try {
                    headlines.add(answers.get(i).get());
                } catch (ExecutionException failed) {
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
        of(papers, ofSeconds(5)).forEach(IO::println);
    }
}
