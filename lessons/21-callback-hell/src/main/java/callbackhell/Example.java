package callbackhell;

import static java.time.Duration.ofSeconds;

import callbackhell.shop.Order;
import callbackhell.shop.Servers;
import callbackhell.shop.Step;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** The example that every version runs: Ada orders a book, and an incident may happen in one of the steps. */
public record Example(Incident incident, Step step) {
    private static final Order ORDER = new Order("Ada", "Moby Dick");
    /** Long enough to see all steps that continue after a cancellation. */
    private static final Duration AFTERWARDS = ofSeconds(3);

    /**
     * Returns the example for two arguments such as "hangs" and "payment". Without arguments, there is no incident.
     *
     * @throws IllegalArgumentException if there is no such example
     */
    public static Example named(String... arguments) {
        List<String> words = arguments.length == 0 ? List.of("none", "customer") : List.of(arguments);
        return find(Incident.values(), words.getFirst())
                .filter(incident -> words.size() == 2)
                .flatMap(incident -> find(Step.values(), words.getLast()).map(step -> new Example(incident, step)))
                .orElseThrow(() -> new IllegalArgumentException("'" + String.join(" ", words)
                        + "' is not an incident and a step. Type fails, slow, hangs, cancel or trace,\n"
                        + "and then customer, stock, price, payment or shipping, such as: fails payment"));
    }

    private static <E extends Enum<E>> Optional<E> find(E[] values, String name) {
        return Arrays.stream(values)
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    /** Processes the order on a virtual thread, and prints how it ended. */
    public void run(Function<Servers, OrderProcess> version) throws InterruptedException {
        var servers = new Servers(incident.faults(step));
        OrderProcess process = version.apply(servers);
        String ending;
        try (var threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("order").factory())) {
            ending = ending(threads.submit(() -> process.process(ORDER)), servers);
        }
        IO.println(ending);
        if (incident == Incident.CANCEL) {
            Thread.sleep(AFTERWARDS);
        }
    }

    private String ending(Future<Confirmation> order, Servers servers) throws InterruptedException {
        try {
            return "Confirmed: " + incident.await(order, step, servers);
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause();
            return incident == Incident.TRACE ? Trace.of(cause).toString() : "Failed: " + cause.getMessage();
        } catch (TimeoutException late) {
            order.cancel(true);
            return "Gave up after " + Incident.LIMIT + " s";
        } catch (CancellationException cancelled) {
            return "Cancelled";
        }
    }
}
