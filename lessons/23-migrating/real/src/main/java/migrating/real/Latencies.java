package migrating.real;

import java.time.Duration;

/** The minimum time that a query, a request and a file take. */
public record Latencies(Duration query, Duration request, Duration file) {

    /** A tenth of the latencies in the lesson. */
    public static final Latencies TENTH =
            new Latencies(Duration.ofMillis(10), Duration.ofMillis(20), Duration.ofMillis(2));

    /** No added latency: as fast as this machine can be. */
    public static final Latencies NONE = new Latencies(Duration.ZERO, Duration.ZERO, Duration.ZERO);
}
