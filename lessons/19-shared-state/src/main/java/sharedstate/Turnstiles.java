package sharedstate;

/** Counts the visitors who enter a stadium through several gates at the same time. */
public interface Turnstiles {

    /**
     * Lets visitors in, and returns how many were counted. Create new turnstiles for each call.
     *
     * @param visitors how many enter through each gate
     */
    int count(int gates, int visitors) throws Exception;
}
