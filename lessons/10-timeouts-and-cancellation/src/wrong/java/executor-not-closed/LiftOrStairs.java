// says: Expected 11 s of virtual time, but it took 10 s.
// says: cancel returns at once
package timeoutsandcancellation;

import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** You call the lift, and take the stairs if it has not arrived in time. */
final class LiftOrStairs {

    record Lift(Duration ride, boolean getsStuck) {

        /** An interrupt sends the lift back, which takes a second. */
        String come() throws InterruptedException {
            IO.println("Lift starts");
            try {
                Thread.sleep(ride);
            } catch (InterruptedException cancelled) {
                IO.println("Lift turns back");
                Thread.sleep(ofSeconds(1));
                IO.println("Lift is back");
                throw cancelled;
            }
            if (getsStuck) {
                throw new IllegalStateException("the lift is stuck");
            }
            IO.println("Lift arrived");
            return "lift";
        }
    }

    /**
     * Returns "lift", or "stairs" if the lift has not arrived within {@code patience}. Then, or if the caller is
     * interrupted, the lift is sent back, and is back when this method ends.
     *
     * @throws Exception if the lift gets stuck: its IllegalStateException, or an exception that wraps it
     */
    static String go(Lift lift, Duration patience) throws Exception {
        var thread = Executors.newVirtualThreadPerTaskExecutor();
        var ride = thread.submit(lift::come);
        try {
            return ride.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            return "stairs";
        } finally {
            ride.cancel(true);
        }
    }

    static void main() throws Exception {
        IO.println(go(new Lift(ofSeconds(30), false), ofSeconds(10)));
    }
}
