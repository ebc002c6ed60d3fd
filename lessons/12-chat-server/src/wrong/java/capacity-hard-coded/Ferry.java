// says: It is right for five passengers, but not for forty
// says: No crossing took more than 3 passengers
package chatserver;

import static java.time.Duration.ofSeconds;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A ferry crosses a river and comes back. That takes 10 s, for one passenger or for many. */
final class Ferry {

    /** Takes this many passengers across. They arrive at the pier at any time, and board in the order of arrival. */
    static void run(BlockingQueue<String> pier, int passengers) throws InterruptedException {
        int carried = 0;
        while (carried < passengers) {
            var aboard = new ArrayList<String>();
            aboard.add(pier.take());
            pier.drainTo(aboard, 2);
            cross(aboard);
            carried += aboard.size();
        }
    }

    private static void cross(List<String> aboard) throws InterruptedException {
        IO.println("Leaving with " + String.join(", ", aboard));
        Thread.sleep(ofSeconds(10));
    }

    static void main() throws InterruptedException {
        run(new LinkedBlockingQueue<>(List.of("Ann", "Ben", "Cleo")), 3);
    }
}
