package debugging.notifier;

/** The messages of the cafe, repaired: each answer completes, even if the customer closes the app. */
public final class RepairedNotifier extends LeakingNotifier {

    /** Takes the same argument as {@link LeakingNotifier}. */
    public static void main(String[] args) throws Exception {
        new RepairedNotifier().run(args);
    }

    @Override
    protected void left(Order order) {
        closed(order).complete("the customer has left");
    }
}
