package interleave.virtualtime.hangs;

import interleave.virtualtime.Stuck;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Watches a program in real time, and reports once that it hangs: all its threads, platform and virtual ones, wait
 * without a time limit, and none of them for input or output. They must have done so, at the same lines and without
 * computing, for more than a second. A thread that could continue by itself prevents a verdict, whatever it belongs to.
 */
public final class HangWatch implements AutoCloseable {
    private static final Duration INTERVAL = Duration.ofMillis(250);
    private static final Duration UNCHANGED = Duration.ofSeconds(1);

    /** The threads that do not belong to the program. */
    private final Set<Thread> others = Collections.newSetFromMap(new IdentityHashMap<>());

    private final BiConsumer<Stuck, List<Thread>> hung;
    private final Thread watcher;
    private volatile boolean closed;

    private HangWatch(BiConsumer<Stuck, List<Thread>> hung) {
        this.hung = hung;
        watcher = Thread.ofPlatform().daemon().name("hang-watch").unstarted(this::watch);
    }

    /** Threads that are living now, and do not belong to the programs to be watched. */
    public record Others(List<Thread> threads) {

        /** The threads of this moment. Shared pools count as threads of programs. */
        public static Others living() {
            return new Others(RealThreads.living().stream()
                    .filter(thread -> !RealThreads.isShared(thread) && !RealThreads.isCarrier(thread))
                    .toList());
        }
    }

    /**
     * Watches all living threads, except {@code others}, until it is closed or the program hangs. Does nothing if the
     * JVM was started without {@code --add-opens} for the packages of {@link #isAvailable}.
     *
     * @param hung receives the report and the threads that hang, on the thread of the watch
     */
    public static HangWatch start(Others others, BiConsumer<Stuck, List<Thread>> hung) {
        var watch = new HangWatch(hung);
        watch.others.addAll(others.threads());
        watch.others.add(Thread.currentThread());
        watch.others.add(watch.watcher);
        if (isAvailable()) {
            watch.watcher.start();
        }
        return watch;
    }

    /** Whether this JVM shows what its threads wait for: jdk.internal.vm must be open to this class. */
    public static boolean isAvailable() {
        return RealThreads.areVisible();
    }

    private void watch() {
        Map<Thread, List<StackTraceElement>> before = Map.of();
        Map<Thread, Long> computed = Map.of();
        long since = System.nanoTime();
        try {
            while (!closed) {
                Thread.sleep(INTERVAL);
                List<Thread> living = living();
                List<Thread> threads = living.stream()
                        .filter(thread -> !RealThreads.isCarrier(thread))
                        .toList();
                // threads that pass something around could be seen waiting each time, but they compute
                Map<Thread, Long> computedNow = RealThreads.computed(living);
                boolean quiet = computedNow.equals(computed) && RealThreads.mayHang(threads);
                computed = computedNow;
                Map<Thread, List<StackTraceElement>> now = quiet ? RealThreads.stacks(threads) : Map.of();
                if (now.isEmpty() || !now.equals(before)) {
                    before = now;
                    since = System.nanoTime();
                } else if (System.nanoTime() - since >= UNCHANGED.toNanos()) {
                    report(threads);
                    return;
                }
            }
        } catch (InterruptedException stopped) {
            // it is closed
        }
    }

    private List<Thread> living() {
        return RealThreads.living().stream()
                .filter(thread -> !others.contains(thread))
                .toList();
    }

    private void report(List<Thread> threads) {
        String report = RealThreads.report(threads);
        if (!closed) {
            hung.accept(new Stuck(report), threads);
        }
    }

    /** Ends the watch. Nothing is reported afterwards. */
    @Override
    public void close() {
        closed = true;
        watcher.interrupt();
    }
}
