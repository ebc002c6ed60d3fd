package limits;

import java.util.concurrent.Semaphore;

/** Java's default semaphore: a running thread may take a released permit before a waiting thread has woken up. */
final class UnfairSemaphore {
    private UnfairSemaphore() {}

    static void main() throws InterruptedException {
        new TwoClients(new Semaphore(1)).fetch();
    }
}
