package blockingtheloop;

import static java.time.Duration.ofSeconds;

/** Each game has a virtual thread. A thread that sleeps releases its carrier, so it stops only itself. */
final class GamesOnVirtualThreads {
    private GamesOnVirtualThreads() {}

    static void main(String[] args) throws Exception {
        IO.println(new ThreadedGames(Example.of(args)).playDuring(() -> {
            Thread.sleep(ofSeconds(1));
            IO.println("High scores: slept");
            return null;
        }));
    }
}
