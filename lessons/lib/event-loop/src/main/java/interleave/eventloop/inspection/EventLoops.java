package interleave.eventloop.inspection;

import java.util.Comparator;
import java.util.List;

/**
 * Reads the loops of this JVM. The process that attaches creates it with {@code MBeanServerConnection.createMBean}, so
 * a program that is never inspected never starts JMX, which takes some 100 ms.
 */
public final class EventLoops implements EventLoopsMXBean {

    /** Called by the MBean server. */
    public EventLoops() {}

    @Override
    public List<LoopData> read(int limit) {
        return OpenLoops.now().stream()
                .map(loop -> loop.read(limit))
                .sorted(Comparator.comparingInt(LoopData::number))
                .toList();
    }
}
