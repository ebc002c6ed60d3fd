package interleave.recorder.model;

import java.util.List;
import java.util.function.Predicate;

/** Binary search in a list whose first elements satisfy a condition and whose other elements do not. */
public final class PartitionPoint {

    private PartitionPoint() {}

    /** The index of the first element that does not satisfy the condition; the size of the list if all do. */
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
