package interleave.localsite;

import java.time.Duration;

/** Counts on the site's thread, and can be asked from any. */
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

    /** A request has come; false when there are {@code atMost} already. */
    synchronized boolean begin(int atMost) {
        if (atOnce == atMost) {
            tooMany++;
            return false;
        }
        atOnce++;
        peak = Math.max(peak, atOnce);
        return true;
    }

    /** The first byte of an answer goes out, so many nanoseconds after it was due. */
    synchronized void answers(long nanos) {
        answered++;
        nanosLate += nanos;
        mostNanosLate = Math.max(mostNanosLate, nanos);
    }

    /** A request that had begun needs nothing more. */
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
