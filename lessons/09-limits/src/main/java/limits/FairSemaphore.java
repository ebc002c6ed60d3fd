package limits;

import java.util.concurrent.Semaphore;

/** A fair semaphore: a permit that is given back belongs to who has waited longest. */
final class FairSemaphore {
    private FairSemaphore() {}

    static void main() throws InterruptedException {
        new TwoClients(new Semaphore(1, true)).fetch();
    }
}
