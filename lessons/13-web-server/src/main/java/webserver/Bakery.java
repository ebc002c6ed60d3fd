package webserver;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The site of a bakery. The page {@code /stock} waits for the till in the shop, a slow back end, and {@code /cake} has
 * a bug.
 *
 * @param till how long the till takes to respond
 */
public record Bakery(Duration till, AtomicInteger orders) implements Site {

    private static final String HOME = """
        <!DOCTYPE html>
        <title>Bakery</title>
        <h1>Bakery</h1>
        <ul>
          <li><a href="/hours">Opening hours</a>
          <li><a href="/stock">How many loaves are left?</a> (this takes a moment)
          <li><a href="/cake">Cake</a> (this page has a bug)
        </ul>
        <form method="post" action="/orders"><input name="order" value="3 loaves"> <button>Order</button></form>
        """;

    /** Creates a site whose till takes this long to respond. */
    public Bakery(Duration till) {
        this(till, new AtomicInteger());
    }

    @Override
    public Page page(String method, String path, String body) {
        return switch (method + " " + path) {
            case "GET /" -> Page.of(Answer.ok(HOME));
            case "GET /hours" -> Page.of(Answer.ok("<p>We are open from 6 to 18.</p>\n"));
            case "GET /stock" -> new Page(till, () -> Answer.ok("<p>12 loaves are left</p>\n"));
            case "GET /cake" -> new Page(till, Bakery::cake);
            case "POST /orders" -> Page.of(Answer.ok("<p>Order " + orders.incrementAndGet() + " is noted.</p>\n"));
            default -> Page.of(Answer.NOT_FOUND);
        };
    }

    private static Answer cake() {
        throw new IllegalStateException("no recipe for a cake");
    }
}
