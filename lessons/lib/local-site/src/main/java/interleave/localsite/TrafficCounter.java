package interleave.localsite;

import java.time.Duration;

/** The counters behind {@link Traffic}. Written by the site's thread, read by any thread. */
final class TrafficCounter {

    private long connections;
    private long answered;
    private long tooMany;
    private int atOnce;
    private int peak;
    private long nanosLate;
    private long mostNanosLate;

    synchronized void connected() {
        connections++;
    }

    /** Counts a request that has arrived. Returns false if {@code atMost} requests are already in progress. */
    synchronized boolean begin(int atMost) {
        if (atOnce == atMost) {
            tooMany++;
            return false;
        }
        atOnce++;
        peak = Math.max(peak, atOnce);
        return true;
    }

    /** Counts a response whose first byte is sent {@code nanos} after it was due. */
    synchronized void responds(long nanos) {
        answered++;
        nanosLate += nanos;
        mostNanosLate = Math.max(mostNanosLate, nanos);
    }

    /** Counts the end of a request for which {@link #begin} returned true. */
    synchronized void end() {
        atOnce--;
    }

    synchronized Traffic soFar(Duration busy) {
        return new Traffic(
                connections,
                answered,
                tooMany,
                atOnce,
                peak,
                Duration.ofNanos(nanosLate),
                Duration.ofNanos(mostNanosLate),
                busy);
    }
}
