package countdown;

import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.List;

/** Runs one countdown after the other: the second starts when the first has ended. */
public final class Sequential implements Counter {

    @Override
    public void countDown(List<Countdown> countdowns, Duration pause) throws InterruptedException {
        for (Countdown countdown : countdowns) {
            count(countdown, pause);
        }
    }

    private static void count(Countdown countdown, Duration pause) throws InterruptedException {
        for (int number = countdown.from(); number > 0; number--) {
            IO.println(countdown.name() + ": " + number);
            Thread.sleep(pause);
        }
    }

    static void main() throws Exception {
        var countdowns = List.of(new Countdown("Countdown 1", 5), new Countdown("Countdown 2", 3));
        new Sequential().countDown(countdowns, ofSeconds(1));
    }
}
