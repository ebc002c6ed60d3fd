package benchmarks;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Where one task of a loop leaves a number for another, one at a time: a future or a queue of that loop's runtime. */
interface Mailbox {

    /** Hands over {@code ball}; called on the loop. */
    void put(Integer ball);

    /** Has {@code receiver} called with the next ball, on the loop; called on the loop. */
    void take(Consumer<Integer> receiver);

    /**
     * Two tasks hand a ball to each other: the first gets 0, each returns one more than it got. Completes with the ball
     * that is not returned, {@code last}. Called on the loop.
     */
    static CompletableFuture<Integer> pingPong(int last, Supplier<Mailbox> maker) {
        var ended = new CompletableFuture<Integer>();
        Mailbox one = maker.get();
        Mailbox other = maker.get();
        new Player(one, other, last, ended).play();
        new Player(other, one, last, ended).play();
        one.put(0);
        return ended;
    }

    /** One of the two tasks. */
    record Player(Mailbox mine, Mailbox theirs, int last, CompletableFuture<Integer> ended) {
        void play() {
            mine.take(this::hit);
        }

        private void hit(int ball) {
            if (ball == last) {
                ended.complete(ball);
            } else {
                play();
                theirs.put(ball + 1);
            }
        }
    }
}
