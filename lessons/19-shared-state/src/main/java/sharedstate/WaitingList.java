package sharedstate;

/** The customers who wait for a returned ticket. Many threads add to the list and print it. */
public interface WaitingList {

    /** Adds a customer at the end. */
    void add(String customer);

    /** The customers at one moment, such as {@code "Anna, Ben"}. */
    String print();
}
