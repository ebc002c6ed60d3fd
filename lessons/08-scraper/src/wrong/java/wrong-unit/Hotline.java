// says: You stopped waiting at 0.005 s, although the timeout is 5 s
// says: the number and its unit
package scraper;

import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

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

    /** Prints the answer of the company, or "No answer" if there is none within the timeout. */
    static void call(Company company, Duration timeout) throws Exception {
        try (var phone = Executors.newSingleThreadExecutor()) {
            var answer = phone.submit(company::agent);
            try {
                IO.println(answer.get(timeout.toSeconds(), TimeUnit.MILLISECONDS));
            } catch (TimeoutException late) {
                answer.cancel(true);
                IO.println("No answer");
            }
        }
    }

    static void main() throws Exception {
        call(new Company("bank", ofSeconds(3)), ofSeconds(5));
        call(new Company("tax office", ofSeconds(60)), ofSeconds(5));
    }
}
