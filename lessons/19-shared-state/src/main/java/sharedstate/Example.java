package sharedstate;

import java.util.Locale;

/** What every version of {@link Turnstiles} counts. */
final class Example {
    private static final int GATES = 2;
    private static final int VISITORS = 1_000_000;

    private Example() {}

    static void run(Turnstiles turnstiles) throws Exception {
        IO.println(String.format(
                Locale.ROOT, "Counted %,d of %,d visitors", turnstiles.count(GATES, VISITORS), GATES * VISITORS));
    }
}
