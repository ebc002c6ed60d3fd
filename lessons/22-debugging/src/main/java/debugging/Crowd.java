package debugging;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

/** Guests of a concert, each on a virtual thread. Most wait for the door to open, and a few wait at the cloakroom. */
public final class Crowd {
    private static final int GUESTS = 100_000;
    private static final int EARLY = 7;

    private final CountDownLatch door = new CountDownLatch(1);
    private final Semaphore cloakroom = new Semaphore(0);

    private Crowd() {}

    /** Lets 100,000 guests wait, or the number in the first argument, until the program is stopped. */
    static void main(String[] args) throws InterruptedException {
        int guests = Numbers.first(GUESTS, args);
        var crowd = new Crowd();
        for (int number = 1; number <= guests; number++) {
            boolean early = number <= EARLY;
            Threads.VIRTUAL.start("guest-" + number, () -> crowd.visit(early));
        }
        IO.println(guests + " guests have arrived");
        crowd.door.await();
    }

    private void visit(boolean early) throws InterruptedException {
        if (early) {
            leaveCoat();
        } else {
            waitForTheDoor();
        }
    }

    private void leaveCoat() throws InterruptedException {
        cloakroom.acquire();
    }

    private void waitForTheDoor() throws InterruptedException {
        door.await();
    }
}
