// says: You printed "no answer"
// says: exactly as expected
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

    static void call(Company company, Duration timeout) throws Exception {
        try (var phone = Executors.newSingleThreadExecutor()) {
            var answer = phone.submit(company::agent);
            try {
                IO.println(answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
            } catch (TimeoutException e) {
                answer.cancel(true);
                IO.println("no answer");
            }
        }
    }

    static void main() throws Exception {
        call(new Company("bank", ofSeconds(3)), ofSeconds(5));
        call(new Company("tax office", ofSeconds(60)), ofSeconds(5));
    }
}
