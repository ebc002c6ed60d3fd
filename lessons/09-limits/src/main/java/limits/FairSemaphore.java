package limits;

import java.util.concurrent.Semaphore;

/** A fair semaphore: a released permit goes to the thread that has waited longest. */
final class FairSemaphore {
    private FairSemaphore() {}

    static void main() throws InterruptedException {
        new TwoClients(new Semaphore(1, true)).fetch();
    }
}
