package timeoutsandcancellation;

/** Wrong on purpose: after a timeout, the next step runs on the JDK's one delay thread, and blocks it. */
final class BlockedDelayThread {
    private BlockedDelayThread() {}

    static void main() {
        TwoPages.show(price -> price.thenApply(TwoPages::log));
    }
}
