package interleave.recorder.model;

import java.util.List;
import java.util.function.Predicate;

/** Binary search for a condition that holds for the first elements of a list and for none after them. */
public final class PartitionPoint {

    private PartitionPoint() {}

    /** The index of the first element without the condition; the size of the list when all have it. */
    public static <T> int of(List<T> elements, Predicate<T> condition) {
        int low = 0;
        int high = elements.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (condition.test(elements.get(middle))) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
