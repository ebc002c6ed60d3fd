package callbackhell;

import callbackhell.shop.Cancellation;
import callbackhell.shop.Order;
import callbackhell.shop.Servers;
import callbackhell.shop.Step;

/** Wrong on purpose: cancels only the last future of the chain. The steps before it continue. */
public final class CancelledOutermost implements OrderProcess {
    private final ComposedFutures steps;

    /** Sends its requests to these servers. */
    public CancelledOutermost(Servers servers) {
        this.steps = new ComposedFutures(servers);
    }

    @Override
    public Confirmation process(Order order) throws Exception {
        var confirmation = steps.start(order, new Cancellation());
        return Await.result(confirmation, () -> confirmation.cancel(true));
    }

    static void main(String[] args) throws Exception {
        var example = args.length == 0 ? new Example(Incident.CANCEL, Step.PAYMENT) : Example.named(args);
        example.run(CancelledOutermost::new);
    }
}
