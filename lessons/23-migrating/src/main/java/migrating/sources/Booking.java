package migrating.sources;

import java.time.Instant;

/** An order that was booked for a shop or, if the amount is negative, moved away from it. */
public record Booking(int shop, long cents, Instant booked) {}
