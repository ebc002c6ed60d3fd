package migrating.real;

import java.time.Duration;

/** How long a query, a request and a file take, each at least. */
public record Latencies(Duration query, Duration request, Duration file) {

    /** A tenth of those of the lesson. */
    public static final Latencies TENTH =
            new Latencies(Duration.ofMillis(10), Duration.ofMillis(20), Duration.ofMillis(2));

    /** As fast as this machine can be. */
    public static final Latencies NONE = new Latencies(Duration.ZERO, Duration.ZERO, Duration.ZERO);
}
