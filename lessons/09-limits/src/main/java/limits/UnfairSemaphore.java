package limits;

import java.util.concurrent.Semaphore;

/** A semaphore as it comes: a permit that is given back belongs to who takes it first, and who waits is asleep. */
final class UnfairSemaphore {
    private UnfairSemaphore() {}

    static void main() throws InterruptedException {
        new TwoClients(new Semaphore(1)).fetch();
    }
}
