package eventloop;

import static java.time.Duration.ofSeconds;
import static java.util.Comparator.comparing;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.PriorityQueue;
import java.util.Queue;

/** The small loop: a ready queue, timers, and one thread. It prints what it does in each turn. */
public final class InMiniature implements TwoTasks {

    private record Timer(Duration due, Runnable callback) {}

    private final long begun = System.nanoTime();
    private final Queue<Runnable> ready = new ArrayDeque<>();
    private final Queue<Timer> timers = new PriorityQueue<>(comparing(Timer::due));

    @Override
    public void runBoth(Duration first, Duration second) throws InterruptedException {
        ready.add(() -> start("Task 1", first));
        ready.add(() -> start("Task 2", second));
        for (int turn = 1; !ready.isEmpty() || !timers.isEmpty(); turn++) {
            IO.println("Turn " + turn);
            runOneTurn();
        }
    }

    private void start(String name, Duration work) {
        IO.println(name + " starts");
        timers.add(new Timer(now().plus(work), () -> IO.println(name + " is complete")));
    }

    private void runOneTurn() throws InterruptedException {
        if (ready.isEmpty()) {
            IO.println("  nothing is ready: sleeps until the next timer");
            Thread.sleep(timers.element().due().minus(now()));
        }
        while (!timers.isEmpty() && timers.element().due().compareTo(now()) <= 0) {
            ready.add(timers.remove().callback());
        }
        int callbacks = ready.size();
        IO.println("  callbacks ready: " + callbacks);
        for (int i = 0; i < callbacks; i++) {
            ready.remove().run();
        }
    }

    private Duration now() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    static void main() throws Exception {
        new InMiniature().runBoth(ofSeconds(2), ofSeconds(1));
    }
}
