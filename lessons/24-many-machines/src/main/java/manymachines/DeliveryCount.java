package manymachines;

import java.time.Duration;
import java.util.List;

/**
 * Counts the deliveries between living nodes. A line counts if its sender and its receiver were connected for a while
 * before and after it was sent, because a node that dies loses the lines that it has not passed on yet.
 *
 * @param sent the number of lines that all clients have sent
 * @param expected the deliveries of the lines that count, one for each receiver
 * @param lost the expected deliveries that did not happen
 * @param repeated the expected deliveries that happened more than once
 */
record DeliveryCount(int sent, int expected, int lost, int repeated) {
    /** How long before the line: a node that has just started is not in the views of all others yet. */
    private static final long BEFORE = Duration.ofSeconds(2).toNanos();

    private static final long AFTER = Duration.ofSeconds(2).toNanos();

    static DeliveryCount of(List<ChaosClient> clients) {
        int sent = 0;
        int expected = 0;
        int lost = 0;
        int repeated = 0;
        for (ChaosClient sender : clients) {
            for (var line : sender.sent().entrySet()) {
                sent++;
                for (ChaosClient receiver : clients) {
                    if (receiver != sender && counts(line.getValue(), sender) && counts(line.getValue(), receiver)) {
                        int times = receiver.timesReceived(new ChaosClient.Line(sender.id, line.getKey()));
                        expected++;
                        lost += times == 0 ? 1 : 0;
                        repeated += times > 1 ? 1 : 0;
                    }
                }
            }
        }
        return new DeliveryCount(sent, expected, lost, repeated);
    }

    private static boolean counts(long time, ChaosClient client) {
        return client.livedFrom(time - BEFORE, time + AFTER);
    }

    @Override
    public String toString() {
        return "Lines sent: %,d. Deliveries expected between living nodes: %,d. Lost: %,d. Delivered twice: %,d."
                .formatted(sent, expected, lost, repeated);
    }
}
