package interleave.course.jvm;

import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * A scope, an executor, or everything else.
 *
 * @param id such as {@code orders/jdk.internal.misc.ThreadFlock$ThreadContainerImpl@52c86f25}
 * @param owner the number of the thread that has opened the scope; empty for an executor
 */
public record ThreadContainer(String id, OptionalLong owner, List<ThreadState> threads) {
    /** The container of the threads that belong to no other. */
    public static final String ROOT = "<root>";

    private static final Pattern HASH = Pattern.compile("@[0-9a-f]+$");

    /** Such as {@code scope orders} or {@code ThreadPoolExecutor}. */
    public String label() {
        int end = id.indexOf('/');
        String name = end < 0 ? Frames.simpleName(HASH.matcher(id).replaceFirst("")) : id.substring(0, end);
        if (owner.isEmpty()) {
            return name;
        }
        return end < 0 ? "scope" : "scope " + name;
    }
}
