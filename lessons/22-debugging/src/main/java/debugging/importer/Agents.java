package debugging.importer;

import static java.time.Duration.ofMillis;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** The agents of four servers, which send access logs. Each batch has visitors of the previous batch, and new ones. */
final class Agents {
    static final List<String> NAMES = List.of("agent-1", "agent-2", "agent-3", "agent-4");
    /** The time that an agent waits before it sends its next batch. */
    static final Duration INTERVAL = ofMillis(50);

    private static final int LINES = 50;
    private static final int NEW_VISITORS = 30;

    private Agents() {}

    /** Returns a batch of an agent. Batches are counted from 1. */
    static List<Line> batch(String agent, int number) {
        int first = number * NEW_VISITORS;
        return IntStream.range(first, first + LINES)
                .mapToObj(visitor -> new Line(agent.replace("agent-", "10.0.") + '.' + visitor, "GET /"))
                .toList();
    }
}
