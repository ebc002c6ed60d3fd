package callbackhell.shop;

/** A step of an order has failed: its server has answered with an error. */
public final class StepException extends RuntimeException {
    private static final long serialVersionUID = 1;

    StepException(Step step) {
        super(step + ": " + step.problem());
    }
}
