package blockingtheloop;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;

/**
 * Measures how late the ticks of a hundred games are in real time: for each blocking call on the loop, and handed over.
 * Prints a table. Some runs come first, because a program that has just started is slow.
 */
final class MeasuredLateness {
    private MeasuredLateness() {}

    static void main(String[] args) throws Exception {
        for (int warmUp = 0; warmUp < 3; warmUp++) {
            new BlockedGames().play(new Example(BlockingCall.SLEEP));
            new HandedOver().play(new Example(BlockingCall.SLEEP));
        }
        for (var call : BlockingCall.values()) {
            for (GameServer server : new GameServer[] {new BlockedGames(), new HandedOver()}) {
                for (int run = 0; run < 3; run++) {
                    print(call + " " + server.getClass().getSimpleName(), server.play(new Example(call)));
                }
            }
        }
        for (var hog : Hog.values()) {
            for (int run = 0; run < 3; run++) {
                print(hog + " virtual threads", hog.during(Executors.newVirtualThreadPerTaskExecutor()));
                print(hog + " pool", hog.during(Hog.pool()));
            }
        }
    }

    private static void print(String what, Lateness lateness) {
        IO.println(String.format(
                Locale.ROOT,
                "%-24s worst %s, 99.9 %% %s, 99 %% %s, median %s; %d ticks, %d dropped",
                what,
                millis(lateness.worst()),
                millis(lateness.percentile(99.9)),
                millis(lateness.percentile(99)),
                millis(lateness.percentile(50)),
                lateness.ticks(),
                lateness.dropped()));
    }

    private static String millis(Duration time) {
        return String.format(Locale.ROOT, "%.1f ms", time.toNanos() / 1e6);
    }
}
