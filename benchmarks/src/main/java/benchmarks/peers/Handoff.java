package benchmarks.peers;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Passes one number at a time from one task of a loop to another, through a future or a queue of the loop's runtime.
 */
interface Handoff {

    /** Hands over {@code number}; called on the loop. */
    void put(Integer number);

    /** Calls {@code receiver} with the next number, on the loop; called on the loop. */
    void take(Consumer<Integer> receiver);

    /**
     * Two tasks hand a number to each other: the first gets 0, and each returns the number plus one. Completes with
     * {@code last}, which is not returned. Any thread may call this.
     */
    static CompletableFuture<Integer> pingPong(int last, Supplier<Handoff> maker, Executor loop) {
        return CompletableFuture.supplyAsync(() -> pingPong(last, maker), loop).thenCompose(ended -> ended);
    }

    private static CompletableFuture<Integer> pingPong(int last, Supplier<Handoff> maker) {
        var ended = new CompletableFuture<Integer>();
        Handoff one = maker.get();
        Handoff other = maker.get();
        new Player(one, other, last, ended).play();
        new Player(other, one, last, ended).play();
        one.put(0);
        return ended;
    }

    /** One of the two tasks. */
    record Player(Handoff mine, Handoff theirs, int last, CompletableFuture<Integer> ended) {
        void play() {
            mine.take(this::reply);
        }

        private void reply(int number) {
            if (number == last) {
                ended.complete(number);
            } else {
                play();
                theirs.put(number + 1);
            }
        }
    }
}
