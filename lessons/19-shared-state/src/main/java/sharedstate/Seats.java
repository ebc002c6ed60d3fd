package sharedstate;

/** The seats of a theatre. */
public interface Seats {

    /** Books a seat, and returns whether it was free. Of all customers, exactly one gets it. */
    boolean book(String seat, String customer);
}
