package sensors;

import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Wrong on purpose: readings wait in a queue. They arrive faster than they are used, so they get older and older. */
final class OldestFirst implements Steering {

    private final Queue<Reading<Integer>> readings = new ConcurrentLinkedQueue<>();

    @Override
    public void arrived(Reading<Integer> reading) {
        readings.add(reading);
    }

    @Override
    public Optional<Reading<Integer>> toSteerBy() {
        return Optional.ofNullable(readings.poll());
    }

    static void main() throws Exception {
        new OldestFirst().run();
    }
}
