package interleave.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** The names of several results. */
final class Names {
    private Names() {}

    /** Adds a number to names that occur more than once, such as {@code ann (2)}. */
    static List<Results> distinct(List<Results> all) {
        var counts = new HashMap<String, Integer>();
        var distinct = new ArrayList<Results>();
        for (Results results : all) {
            int count = counts.merge(results.name(), 1, Integer::sum);
            distinct.add(count == 1 ? results : results.withName(results.name() + " (" + count + ")"));
        }
        return distinct;
    }
}
