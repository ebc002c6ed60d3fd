package interleave.virtualtime.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs virtual threads one at a time on the driver's thread, in an order of its own choosing, with a clock of its own.
 *
 * <p>{@code VirtualThread} hands every timed wait to its scheduler if that is a {@link ForkJoinPool}; so this is one,
 * but only in name: {@link #execute} and {@link #schedule} are all that is used of it, and no worker ever starts.
 */
final class Scheduler extends ForkJoinPool {
    /** How exactly a loop ends that asks the clock. */
    private static final long SPIN_STEP = 100_000;

    /** Runnable since the driver last looked. Without locks: a thread that submits another must not wait. */
    private final Queue<Runnable> arrivals = new ConcurrentLinkedQueue<>();
    /** Those that have not ended, in the order of their creation. */
    private final Map<Thread, String> unnamed = new ConcurrentHashMap<>();

    private final Map<Runnable, SimulatedThread> members = new LinkedHashMap<>();
    private final ReadyQueue ready = new ReadyQueue();
    private final MonitorWatch monitors = new MonitorWatch();
    private final SchedulingPolicy policy;
    private final Observer observer;
    final TimerQueue timers = new TimerQueue();
    final RunState state;
    final Schedule schedule;
    private volatile Thread driver = Thread.currentThread();
    private volatile SimulatedThread mounted;
    private int created;
    private long slices;
    private final SpinDetector spin = new SpinDetector();
    private long fingerprint = 0xcbf29ce484222325L;

    Scheduler(SchedulingPolicy policy, RunState state, Schedule schedule, Observer observer) {
        super(1);
        this.policy = policy;
        this.state = state;
        this.schedule = schedule;
        this.observer = observer;
    }

    /** The scheduler of the run that the calling thread belongs to; {@code null} outside of all runs. */
    static Scheduler current() {
        Thread thread = Thread.currentThread();
        return thread.isVirtual() && JdkInternals.schedulerOf(thread) instanceof Scheduler own ? own : null;
    }

    Thread newThread(String name, Runnable body) {
        return JdkInternals.virtualThreadsOn(this).name(name).unstarted(body);
    }

    void drivenBy(Thread thread) {
        driver = thread;
    }

    // ---- what VirtualThread calls

    @Override
    public void execute(Runnable continuation) {
        arrivals.add(continuation);
        if (Thread.currentThread() != driver) {
            LockSupport.unpark(driver);
        }
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable action, long delay, TimeUnit unit) {
        return timers.add(action, unit.toNanos(delay));
    }

    // ---- what the driver calls

    /** Lets one runnable thread run until it waits, yields or ends; false when none is runnable. */
    boolean runOneSlice() {
        takeArrivals();
        if (ready.isEmpty()) {
            return false;
        }
        SimulatedThread next = ready.take(policy.among(ready.size()));
        slices++;
        mix(next.number());
        mix(timers.now());
        spin.beginSlice();
        observer.resumed(next.thread(), timers.now());
        mounted = next;
        next.continuation().run();
        mounted = null;
        if (state.isOver()) {
            return false;
        }
        observer.paused(next.thread(), timers.now());
        spin.endSlice(next.hasYielded());
        if (!next.thread().isAlive()) {
            members.remove(next.continuation());
            Twins.discard(next.thread());
        }
        monitors.afterSliceOf(next);
        return true;
    }

    /**
     * Threads that become runnable during one slice are ordered by creation, one that yielded last: the order in which
     * they arrive may depend on identity hash codes, as in {@code shutdownNow}.
     */
    private void takeArrivals() {
        if (arrivals.isEmpty()) {
            return;
        }
        var arrived = new ArrayList<SimulatedThread>();
        for (Runnable continuation; (continuation = arrivals.poll()) != null; ) {
            arrived.add(members.computeIfAbsent(continuation, this::newMember));
        }
        if (arrived.size() > 1) {
            arrived.sort(Comparator.comparing(SimulatedThread::hasYielded).thenComparingInt(SimulatedThread::number));
        }
        arrived.forEach(ready::add);
    }

    private SimulatedThread newMember(Runnable continuation) {
        Thread thread = JdkInternals.threadOf(continuation);
        state.threadId(Twins.asSeenByTheProgram(thread)); // its number is its place in the order of creation
        if (thread.getName().isEmpty()) {
            unnamed.put(thread, "virtual-" + (unnamed.size() + 1));
        }
        return new SimulatedThread(created++, thread, continuation);
    }

    /** What reports call a thread of this run that has no name: by its place among those. */
    String nameOfUnnamed(Thread thread) {
        return unnamed.getOrDefault(thread, "virtual");
    }

    /** The running thread comes to a point where it may be preempted. */
    void point(String what, boolean work) {
        state.throwIfOver();
        if (spin.step(work) || policy.preempts()) {
            Thread.yield();
        }
        if (schedule.isRecorded()) {
            schedule.begin(Hooks.currentThread().getName(), what);
        }
    }

    void askedForTheTime() {
        state.throwIfOver();
        if (spin.askForTime()) {
            Thread.yield();
        }
    }

    /** Waits in real time until something outside the run makes one of its threads runnable. */
    boolean awaitArrival(long realNanos) {
        long end = System.nanoTime() + realNanos;
        while (System.nanoTime() < end) {
            if (!arrivals.isEmpty()) {
                return true;
            }
            LockSupport.parkNanos(this, end - System.nanoTime());
        }
        return false;
    }

    /** If all that happens is that threads ask for something or yield to each other, they wait: time passes. */
    boolean passTimeForSpinners(long limit) {
        if (!spin.isAll(ready.size() + 1)) {
            return false;
        }
        boolean bySteps = spin.asksForTime();
        spin.begins();
        if (!bySteps) {
            return timers.advance(limit);
        }
        timers.step(SPIN_STEP);
        return true;
    }

    /** The threads that have not ended, in the order of their creation. */
    List<Thread> living() {
        return members.values().stream()
                .map(SimulatedThread::thread)
                .filter(Thread::isAlive)
                .toList();
    }

    /** The thread that runs right now, if one does; {@code null} otherwise. */
    Thread mounted() {
        SimulatedThread running = mounted;
        return running == null ? null : running.thread();
    }

    int numberOfRunning() {
        return mounted.number();
    }

    Observer observer() {
        return observer;
    }

    long slices() {
        return slices;
    }

    /** Equal for two runs that took the same steps at the same times. */
    long fingerprint() {
        return fingerprint;
    }

    private void mix(long value) {
        fingerprint = (fingerprint ^ value) * 0x100000001b3L;
    }

    void dispose() {
        takeArrivals();
        for (Thread thread : living()) {
            Twins.discard(thread);
            SleepingThread.discard(thread);
            JdkInternals.leaveContainer(thread);
        }
        shutdown();
    }
}
