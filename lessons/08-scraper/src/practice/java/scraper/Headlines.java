package scraper;

import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

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
        // TODO: the papers are asked one after the other, and one failure loses all headlines. Ask all at once, and
        // handle the failure of each paper separately.
        var headlines = new ArrayList<String>();
        for (Paper paper : papers) {
            headlines.add(paper.headline());
        }
        return headlines;
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
