package scraper;

import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** You call a hotline, and music plays until an agent is free. After a while you hang up. */
final class Hotline {

    record Company(String name, Duration hold) {

        String agent() throws InterruptedException {
            IO.println("Calling the " + name);
            try {
                Thread.sleep(hold);
            } catch (InterruptedException hungUp) {
                IO.println("You hang up");
                throw hungUp;
            }
            return "The " + name + " answers";
        }
    }

    private static final ScheduledExecutorService ALARM = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("alarm").factory());

    /** Prints the answer of the company, or "No answer" if there is none within the timeout. */
    static void call(Company company, Duration timeout) throws Exception {
        var phone = new FutureTask<>(company::agent);
        Thread.startVirtualThread(phone);
        var alarm = ALARM.schedule(() -> phone.cancel(true), timeout.toMillis(), TimeUnit.MILLISECONDS);
        String said;
        try {
            said = phone.get();
        } catch (CancellationException late) {
            said = "No answer";
        }
        alarm.cancel(false);
        IO.println(said);
    }

    static void main() throws Exception {
        call(new Company("bank", ofSeconds(3)), ofSeconds(5));
        call(new Company("tax office", ofSeconds(60)), ofSeconds(5));
    }
}
