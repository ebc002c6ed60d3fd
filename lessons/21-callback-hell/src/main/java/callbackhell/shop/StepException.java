package callbackhell.shop;

/** Thrown when a step of an order fails: its server answers with an error. */
public final class StepException extends RuntimeException {
    private static final long serialVersionUID = 1;

    StepException(Step step) {
        super(step + ": " + step.problem());
    }
}
