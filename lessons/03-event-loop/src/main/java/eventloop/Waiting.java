package eventloop;

/** What a chain of futures waits for. */
interface Waiting {

    Waiting FOR_NOTHING = () -> false;

    /** Cancels it, on the loop's thread; false when it is over, so that there is nothing to cancel. */
    boolean stop();
}
