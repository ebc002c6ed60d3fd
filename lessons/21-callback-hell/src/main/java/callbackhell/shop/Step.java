package callbackhell.shop;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import java.time.Duration;

/** The five steps of an order. Each is a request to a different server. */
public enum Step {
    CUSTOMER("Customer", ofMillis(500), "there is no such customer"),
    STOCK("Stock", ofMillis(800), "the book is sold out"),
    PRICE("Price", ofMillis(500), "the book has no price"),
    PAYMENT("Payment", ofSeconds(1), "the card was declined"),
    SHIPPING("Shipping", ofMillis(400), "no courier is free");

    private final String title;
    private final Duration duration;
    private final String problem;

    Step(String title, Duration duration, String problem) {
        this.title = title;
        this.duration = duration;
        this.problem = problem;
    }

    /** The time from the request to the answer. */
    public Duration duration() {
        return duration;
    }

    String problem() {
        return problem;
    }

    @Override
    public String toString() {
        return title;
    }
}
