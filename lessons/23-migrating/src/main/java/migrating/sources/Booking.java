package migrating.sources;

import java.time.Instant;

/** An order that was booked for a shop; or, with a negative amount, one that was taken away from it. */
public record Booking(int shop, long cents, Instant booked) {}
