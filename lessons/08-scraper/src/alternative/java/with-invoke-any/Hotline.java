package scraper;

import static java.time.Duration.ofSeconds;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
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
            List<Callable<String>> calls = List.of(company::agent);
            IO.println(phone.invokeAny(calls, timeout.toMillis(), MILLISECONDS)); // it cancels what is not done
        } catch (TimeoutException late) {
            IO.println("No answer");
        }
    }

    static void main() throws Exception {
        call(new Company("bank", ofSeconds(3)), ofSeconds(5));
        call(new Company("tax office", ofSeconds(60)), ofSeconds(5));
    }
}
