package countdown;

import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Runs all countdowns at the same time, each on its own virtual thread, in an ordinary for statement. */
public final class WithVirtualThreads implements Counter {

    @Override
    public void countDown(List<Countdown> countdowns, Duration pause) throws Exception {
        var counts =
                countdowns.stream().map(countdown -> count(countdown, pause)).toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var counted : threads.invokeAll(counts)) {
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

    static void main() throws Exception {
        var countdowns = List.of(new Countdown("Countdown 1", 5), new Countdown("Countdown 2", 3));
        new WithVirtualThreads().countDown(countdowns, ofSeconds(1));
    }
}
