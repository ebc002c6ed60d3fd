package debugging.notifier;

import static java.time.Duration.ofMillis;

import debugging.Numbers;
import interleave.eventloop.EventLoop;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/**
 * Tells the customers of a cafe that their order is ready.
 *
 * <p>Each order has a task on an event loop, which sends a message and waits for the customer's answer. Some customers
 * take their order, and close the app without an answer.
 */
public class LeakingNotifier {
    private static final int ORDERS = 12;
    private static final Duration INTERVAL = ofMillis(20);
    private static final Duration REACTION = ofMillis(60);

    /** The messages without an answer yet. Only the loop's thread uses them. */
    private final Map<Order, CompletableFuture<String>> open = new HashMap<>();

    /** Serves 12 orders, or as many as in the first argument. */
    public static void main(String[] args) throws Exception {
        new LeakingNotifier().run(args);
    }

    final void run(String... args) throws Exception {
        int orders = Numbers.first(ORDERS, args);
        EventLoop.run(loop ->
                loop.toThread(() -> cook(orders, loop)).thenCompose(cooked -> loop.sleep(REACTION.multipliedBy(2))));
        IO.println("Closed: " + orders + " orders, " + open.size() + " messages without an answer");
    }

    /** The kitchen has a thread of its own. */
    private Void cook(int orders, EventLoop loop) throws InterruptedException {
        for (int number = 1; number <= orders; number++) {
            Thread.sleep(INTERVAL);
            var order = new Order(number);
            loop.createTask(order.toString(), () -> serve(order, loop));
        }
        return null;
    }

    /** Sends the message, and waits for the answer. */
    private CompletableFuture<Void> serve(Order order, EventLoop loop) {
        send(order, loop);
        return answerTo(order, loop).thenAccept(answer -> IO.println(order + ": " + answer));
    }

    private CompletableFuture<String> answerTo(Order order, EventLoop loop) {
        var answer = loop.adopt(new CompletableFuture<String>());
        open.put(order, answer);
        return answer;
    }

    /** The customer reacts after a moment. */
    private void send(Order order, EventLoop loop) {
        loop.createTask(
                "customer of " + order,
                () -> loop.sleep(REACTION).thenRun(() -> {
                    if (order.isAnswered()) {
                        answered(order);
                    } else {
                        left(order);
                    }
                }));
    }

    private void answered(Order order) {
        closed(order).complete("the customer is on the way");
    }

    /** The customer has closed the app. */
    protected void left(Order order) {
        closed(order);
    }

    /** Removes a message from the open ones, and returns its answer. */
    protected final CompletableFuture<String> closed(Order order) {
        return Objects.requireNonNull(open.remove(order));
    }
}
