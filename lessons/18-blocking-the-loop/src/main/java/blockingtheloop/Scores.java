package blockingtheloop;

import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** A list of scores that can be sorted. */
record Scores(List<Integer> values) {

    /** Returns {@code count} random scores. */
    static Scores random(int count) {
        return new Scores(new Random(1).ints(count, 0, 1_000_000_000).boxed().toList());
    }

    /** Returns the scores, best first. */
    List<Integer> sorted() {
        return sorted(Comparator.reverseOrder());
    }

    List<Integer> sorted(Comparator<Integer> order) {
        return values.stream().sorted(order).toList();
    }
}
