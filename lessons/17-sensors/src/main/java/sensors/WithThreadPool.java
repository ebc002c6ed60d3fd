package sensors;

import java.util.List;
import java.util.concurrent.Executors;

/** A pool with a timer. Each tick schedules the next one of its device. */
public final class WithThreadPool implements Robot {

    private final int threads;

    /** At most this many devices can tick at the same time. */
    public WithThreadPool(int threads) {
        this.threads = threads;
    }

    @Override
    public void run(List<Device> devices) throws Exception {
        try (var pool = Executors.newScheduledThreadPool(threads)) {
            var ticking = devices.stream()
                    .map(device -> new ScheduledTicks(device, pool))
                    .toList();
            ticking.forEach(ScheduledTicks::scheduleNext);
            try {
                ScheduledTicks.await(ticking);
            } finally {
                pool.shutdownNow();
            }
        }
    }

    static void main(String[] args) throws Exception {
        Drive.show(new WithThreadPool(threads(args)));
    }

    private static int threads(String... arguments) {
        if (arguments.length == 0) {
            return 4;
        }
        if (arguments[0].matches("[1-9]")) {
            return Integer.parseInt(arguments[0]);
        }
        throw new IllegalArgumentException(
                "Unknown argument '" + arguments[0] + "'. After --, this version accepts a number of threads, 1 to 9.");
    }
}
