package sharedstate;

/** The sign at the entrance of a theatre. One thread changes it, others read it. */
public interface Sign {

    /** A play, and the hall in which it is shown. */
    record Show(String play, int hall) {}

    /** Changes the sign. */
    void change(String play, int hall);

    /** What the sign shows now: a play and its own hall. */
    Show read();
}
