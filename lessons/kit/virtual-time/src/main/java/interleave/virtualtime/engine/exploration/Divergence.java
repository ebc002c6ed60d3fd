package interleave.virtualtime.engine.exploration;

/** A program that behaves differently when the same schedule is repeated. */
public final class Divergence extends RuntimeException {
    private static final long serialVersionUID = 1;

    Divergence(int decision) {
        super("The program took other steps when its schedule was repeated up to decision " + decision
                + ". Create all objects that the threads share in the body, and do not use random numbers or identity"
                + " hash codes.");
    }
}
