// says: two threads use a HashMap
// says: (put)
package scraper;

import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.HashMap;
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

    static List<String> collect(List<Paper> papers, Duration timeout) throws Exception {
        var got = new HashMap<String, String>();
        var threads = papers.stream()
                .map(p -> Thread.startVirtualThread(() -> {
                    try {
                        got.put(p.name(), p.headline());
                    } catch (InterruptedException | IllegalStateException e) {
                        got.put(p.name(), p.gap());
                    }
                }))
                .toList();
        long end = System.nanoTime() + timeout.toNanos();
        for (var t : threads) {
            var left = Duration.ofNanos(end - System.nanoTime());
            if (left.isPositive()) t.join(left);
        }
        for (var t : threads) t.interrupt();
        for (var t : threads) t.join();
        return papers.stream().map(p -> got.get(p.name())).toList();
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
