package blockingtheloop;

import java.time.Duration;

/**
 * What the game servers run: games that tick once per period for two seconds. After 200 ms, a player asks for the high
 * scores.
 *
 * @param call how the high scores are loaded
 */
public record Example(BlockingCall call, int games, Duration period) {

    /** When the player asks for the high scores. */
    public static final Duration ASKED = Duration.ofMillis(200);

    private static final Duration LENGTH = Duration.ofSeconds(2);

    /** The ticks of more games would fill the screen. */
    private static final int FEW_GAMES = 3;

    /** A hundred games that tick every 10 ms. */
    public Example(BlockingCall call) {
        this(call, 100, Duration.ofMillis(10));
    }

    /** When the first tick is due, in nanoseconds of {@link System#nanoTime}, if the games start at {@code start}. */
    long firstTick(long start) {
        return start + period.toNanos();
    }

    /** Prints a tick if there are at most three games. */
    void printTick() {
        if (games <= FEW_GAMES) {
            IO.println("Tick");
        }
    }

    /** When the last tick is due. */
    long end(long start) {
        return start + LENGTH.toNanos();
    }

    /**
     * Returns the example for these arguments: the name of the call, the number of games, and milliseconds from tick to
     * tick. All have a default.
     *
     * @throws IllegalArgumentException if there is no such call, or a number is not positive
     */
    static Example of(String... arguments) {
        var call = arguments.length > 0 ? BlockingCall.named(arguments[0]) : BlockingCall.SLEEP;
        int games = arguments.length > 1 ? positive(arguments[1]) : 100;
        int period = arguments.length > 2 ? positive(arguments[2]) : 10;
        return new Example(call, games, Duration.ofMillis(period));
    }

    private static int positive(String argument) {
        if (argument.matches("[1-9]\\d{0,3}")) {
            return Integer.parseInt(argument);
        }
        throw new IllegalArgumentException("Expected a number from 1 to 9999, but got '" + argument
                + "'. After --, write a call, games and milliseconds: -- sleep 100 10");
    }

    void play(GameServer server) throws Exception {
        IO.println(server.play(this));
    }
}
