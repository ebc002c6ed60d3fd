package blockingtheloop;

/** The same work on a pool of platform threads, which the operating system can preempt at any moment. */
final class BusyPool {
    private BusyPool() {}

    static void main(String[] args) throws Exception {
        IO.println(Hog.named(args).during(Hog.pool()));
    }
}
