package countdown;

import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Runs as many countdowns at the same time as the pool has threads. Each occupies a thread until it ends. */
public final class WithThreadPool implements Counter {

    private final int threads;

    /** Creates a counter whose pool has this many threads. */
    public WithThreadPool(int threads) {
        this.threads = threads;
    }

    @Override
    public void countDown(List<Countdown> countdowns, Duration pause) throws Exception {
        var counts =
                countdowns.stream().map(countdown -> count(countdown, pause)).toList();
        try (var pool = Executors.newFixedThreadPool(threads)) {
            for (var counted : pool.invokeAll(counts)) {
                counted.get();
            }
        }
    }

    private static Callable<Void> count(Countdown countdown, Duration pause) {
        return () -> {
            for (int number = countdown.from(); number > 0; number--) {
                IO.println(countdown.name() + ": " + number);
                Thread.sleep(pause);
            }
            return null;
        };
    }

    static void main(String[] args) throws Exception {
        int threads = args.length == 0 ? 2 : Integer.parseInt(args[0]);
        var countdowns = List.of(new Countdown("Countdown 1", 5), new Countdown("Countdown 2", 3));
        new WithThreadPool(threads).countDown(countdowns, ofSeconds(1));
    }
}
