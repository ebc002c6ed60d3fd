package sharedstate;

/** The seats of a theatre. */
public interface Seats {

    /** Books a seat, and returns whether it was free. Exactly one customer gets each seat. */
    boolean book(String seat, String customer);
}
