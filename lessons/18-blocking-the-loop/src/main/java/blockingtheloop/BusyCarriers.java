package blockingtheloop;

import java.util.concurrent.Executors;

/** Wrong on purpose: virtual threads that compute, or read files, hold the carriers of all other virtual threads. */
final class BusyCarriers {
    private BusyCarriers() {}

    static void main(String[] args) throws Exception {
        IO.println(Hog.named(args).during(Executors.newVirtualThreadPerTaskExecutor()));
    }
}
