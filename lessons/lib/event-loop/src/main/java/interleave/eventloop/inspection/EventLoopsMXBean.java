package interleave.eventloop.inspection;

import java.util.List;

/** The loops of this JVM, as JMX shows them. */
public interface EventLoopsMXBean {

    /**
     * Reads all open loops, one task after the other, while they run: not a snapshot of one instant.
     *
     * @param limit the maximum number of nodes per loop
     */
    List<LoopData> read(int limit);
}
