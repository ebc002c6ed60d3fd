package scraper;

import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** You call a hotline, and music plays until an agent is free. After a while you hang up. */
final class Hotline {

    private static final ExecutorService POOL =
            Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory());

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

    /** Prints the answer of the company, or "No answer" if there is none within the timeout. */
    static void call(Company company, Duration timeout) throws Exception {
        Future<String> answer = POOL.submit(company::agent);
        try {
            IO.println(answer.get(timeout.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException late) {
            IO.println("No answer");
        } finally {
            answer.cancel(true);
        }
    }

    static void main() throws Exception {
        call(new Company("bank", ofSeconds(3)), ofSeconds(5));
        call(new Company("tax office", ofSeconds(60)), ofSeconds(5));
    }
}
