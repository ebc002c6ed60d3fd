package interleave.virtualtime.engine;

import interleave.virtualtime.engine.policy.SchedulingPolicy;
import interleave.virtualtime.engine.races.RaceDetector;
import interleave.virtualtime.engine.steps.Site;
import interleave.virtualtime.engine.steps.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Runs virtual threads one at a time on the driver's thread, in an order that it chooses, with its own clock.
 *
 * <p>It extends {@link ForkJoinPool} only because {@code VirtualThread} then passes every timed wait to it. Only
 * {@link #execute} and {@link #schedule} are used, and no worker ever starts.
 */
final class Scheduler extends ForkJoinPool {
    /** By how much time passes for a loop that reads the clock until a moment, in nanoseconds. */
    private static final long SPIN_STEP = 100_000;

    /** How long to wait for a monitor that a thread outside the run holds, in nanoseconds of real time. */
    private static final long OUTSIDE_LIMIT = 5_000_000_000L;

    /** Became runnable since the last slice. Lock-free, because a thread that starts another one must not block. */
    private final Queue<Runnable> arrivals = new ConcurrentLinkedQueue<>();
    /** Became runnable because of the running thread. */
    private final Queue<Runnable> woken = new ConcurrentLinkedQueue<>();
    /** Names for reports of threads without a name. */
    private final Map<Thread, String> unnamed = new ConcurrentHashMap<>();

    /** The threads that have not ended. */
    private final Map<Runnable, SimulatedThread> members = new ConcurrentHashMap<>();

    private final ReadyQueue ready = new ReadyQueue();
    private final MonitorWatch monitors = new MonitorWatch();
    /** {@code null} unless the run looks for data races. (No Optional: it is used at each step.) */
    private final RaceDetector races;

    private final SchedulingPolicy policy;
    private final boolean watchesSteps;
    private final Observer observer;
    final TimerQueue timers = new TimerQueue();
    final RunState state;
    final Schedule schedule;
    private volatile Thread driver = Thread.currentThread();
    private volatile SimulatedThread mounted;
    private volatile boolean mustStop;
    /** Whether the policy stopped the last thread before a step. Its slice goes on, as far as work is measured. */
    private boolean stopped;
    /** The thread that ran last. */
    private volatile SimulatedThread last;

    /** The number of slices since a thread last waited or ended, or time passed. */
    private int slicesWithoutChange;

    private volatile boolean disposed;
    private int created;
    private long slices;
    private long steps;
    private final SpinDetector spin = new SpinDetector();
    private final Effort together = Effort.ofAllThreads();
    private long passedForWorkers;
    private long fingerprint = 0xcbf29ce484222325L;

    Scheduler(SchedulingPolicy policy, RunState state, Schedule schedule, Observer observer, boolean findsRaces) {
        super(1);
        this.races = findsRaces ? new RaceDetector() : null;
        if (findsRaces) {
            races.ignore(arrivals, woken, unnamed, members, SleepingThread.shared());
            races.ignore(state.shared());
        }
        this.policy = policy;
        this.watchesSteps = policy.watchesSteps();
        this.state = state;
        this.schedule = schedule;
        this.observer = observer;
    }

    /** The scheduler of the run to which the calling thread belongs; {@code null} outside of all runs. */
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

    // ---- called by VirtualThread

    @Override
    public void execute(Runnable continuation) {
        if (disposed) {
            LeftOverThread.resume(this, continuation);
            return;
        }
        if (mounted != null && isOfRun(Thread.currentThread())) {
            woken.add(continuation);
            noteWake(JdkInternals.threadOf(continuation));
        }
        arrivals.add(continuation);
        if (Thread.currentThread() != driver) {
            LockSupport.unpark(driver);
        }
    }

    /** What the running thread has done happens before what a thread that it wakes or starts does next. */
    void noteWake(Thread thread) {
        if (races != null && mounted != null && thread != mounted.thread()) {
            races.wakes(mounted.shown(), Twins.asSeenByTheProgram(thread));
        }
    }

    /** Whether it is the driver or one of its virtual threads, as opposed to a thread outside the run. */
    private boolean isOfRun(Thread thread) {
        return thread == driver || (thread.isVirtual() && JdkInternals.schedulerOf(thread) == this);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable action, long delay, TimeUnit unit) {
        return timers.add(action, unit.toNanos(delay));
    }

    /** Accepts a thread that waits for a monitor. Called by a thread of the run. */
    void accept(Thread waiting) {
        monitors.add(members.computeIfAbsent(JdkInternals.continuationOf(waiting), this::newMember));
    }

    // ---- called by the driver

    /** Runs one thread until it waits, yields or ends. Returns false if none is runnable. */
    boolean runOneSlice() {
        takeArrivals();
        if (ready.isEmpty()) {
            return false;
        }
        SimulatedThread next = ready.take(policy.among(ready));
        slices++;
        mix(next.number());
        mix(timers.now());
        if (!stopped) {
            spin.beginSlice();
            next.effort().beginSlice(timeOfTimers());
            together.beginSlice(timeOfTimers());
        }
        observer.resumed(next.shown(), timers.now());
        mounted = next;
        next.continuation().run();
        while (OutsideMonitors.block(next, members.values()) && awaits(next)) {
            next.continuation().run();
        }
        mounted = null;
        if (state.isOver()) {
            return false;
        }
        reportWoken(next);
        observer.paused(next.shown(), timers.now());
        stopped = next.next() != null && !next.givesWay();
        if (!stopped) {
            spin.endSlice(next.hasYielded());
            endSliceOf(next);
        }
        if (!next.thread().isAlive()) {
            if (races != null) {
                races.ended(next.shown());
            }
            members.remove(next.continuation());
            Twins.discard(next.shown());
        }
        monitors.afterSliceOf(next);
        return true;
    }

    /** A thread that has not run yet is not woken, but started. */
    private void reportWoken(SimulatedThread waker) {
        for (Runnable continuation; (continuation = woken.poll()) != null; ) {
            SimulatedThread member = members.get(continuation);
            if (member != null && member.thread() != waker.thread()) {
                observer.woken(waker.shown(), member.shown(), timers.now());
            }
        }
    }

    private void endSliceOf(SimulatedThread member) {
        boolean runnable = member.hasYielded();
        steps += spin.steps();
        member.effort().endSlice(spin.steps(), runnable, timeOfTimers());
        together.endSlice(spin.steps(), false, timeOfTimers());
        slicesWithoutChange = runnable ? slicesWithoutChange + 1 : 0;
        last = member;
    }

    /**
     * Orders threads that became runnable during the same slice by creation, and one that yielded last. The order in
     * which they arrive may depend on identity hash codes, as in {@code shutdownNow}.
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
        Thread shown = Twins.asSeenByTheProgram(thread);
        state.threadId(shown); // assigns the id now: ids follow the order of creation
        if (thread.getName().isEmpty()) {
            unnamed.put(thread, "virtual-" + (unnamed.size() + 1));
        }
        return new SimulatedThread(created++, thread, shown, continuation);
    }

    /** The name in reports of a thread without a name: "virtual-1" for the first one. */
    String nameOfUnnamed(Thread thread) {
        return unnamed.getOrDefault(thread, "virtual");
    }

    /** Called at a point where the running thread may be preempted. */
    void point(Object target, int index, int site, boolean work) {
        state.throwIfOver();
        boolean worksForLong = spin.step(work);
        if (watchesSteps) {
            stopBefore(new Step(Site.get(site), target, index), worksForLong);
        } else if (worksForLong || policy.preempts()) {
            Thread.yield();
        }
        findRaces(target, index, site);
        passed(target, index, site);
    }

    private void passed(Object target, int index, int site) {
        if (policy.observesSteps() && !state.isEnding()) {
            policy.passed(mounted, new Step(Site.get(site), target, index));
        }
        if (schedule.isRecorded()) {
            schedule.begin(Hooks.currentThread().getName(), Site.get(site).toString());
        }
    }

    /** Called before an access where the running thread is never preempted. */
    void used(Object target, int site) {
        findRaces(target, -1, site);
    }

    private void findRaces(Object target, int index, int site) {
        if (races != null && !state.isEnding()) {
            var step = new Step(Site.get(site), target, index);
            races.step(mounted.shown(), step, position().held());
            if (!watchesSteps) {
                position().pass(step);
            }
        }
    }

    /** Called before a call. It is neither work nor a check, so that a deep computation does not look like waiting. */
    void call(Object receiver, int site) {
        state.throwIfOver();
        if (watchesSteps) {
            stopBefore(new Step(Site.get(site), receiver, -1), false);
        } else if (policy.preempts()) {
            Thread.yield();
        }
        passed(receiver, -1, site);
    }

    /** Stops the running thread before a step, unless the policy lets it go on without looking at the other threads. */
    private void stopBefore(Step step, boolean worksForLong) {
        Position position = position();
        position.reach(step, worksForLong);
        if (policy.stops(mounted, isAlone()) || worksForLong) {
            Thread.yield();
        }
        position.pass();
    }

    /** Whether no thread but the first was ever started. One that has ended may still conflict with what follows. */
    private boolean isAlone() {
        return created == 1 && arrivals.isEmpty();
    }

    /** The running thread has entered the monitor of a synchronized method. */
    void entered(Object monitor) {
        Position position = position();
        position.entered(monitor);
        if (races != null) {
            races.acquire(mounted.shown(), monitor);
        }
        boolean wasStopped = position.last() != null && position.last().entersMonitorOf(monitor);
        if (!wasStopped) {
            policy.entered(mounted, isAlone());
        }
    }

    /** The running thread is about to leave a monitor. */
    void exiting(Object monitor) {
        position().exiting(monitor);
        if (races != null) {
            races.release(mounted.shown(), monitor);
        }
    }

    /** The detector of races; {@code null} unless the run looks for them. */
    RaceDetector races() {
        return races;
    }

    /** The running thread as the program sees it. */
    Thread running() {
        return mounted.shown();
    }

    /** Where the running thread is. */
    Position position() {
        return mounted.position();
    }

    /** Called when the program has caught an exception. It may try again at once, as after a rejection. */
    void caught() {
        state.throwIfOver();
        if (spin.caught()) {
            Thread.yield();
        }
    }

    void readTheClock() {
        state.throwIfOver();
        if (spin.readClock()) {
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

    /**
     * Waits in real time until a thread that is blocked by a thread outside the run can continue. Its slice then
     * continues, so that the order of the run does not depend on that other thread. Returns false if this takes too
     * long.
     */
    private boolean awaits(SimulatedThread blocked) {
        long end = System.nanoTime() + OUTSIDE_LIMIT;
        while (!arrivals.remove(blocked.continuation())) {
            if (System.nanoTime() > end || state.isOver()) {
                return false;
            }
            LockSupport.parkNanos(this, end - System.nanoTime());
        }
        return true;
    }

    /** Lets some time pass if the threads have worked for very long, and one of the others is timed. */
    boolean passTimeForWorkers() {
        if (last == null || timers.isEmpty()) {
            return false;
        }
        takeArrivals();
        long pass = allWorkForLong() ? last.effort().nextPass() : together.nextPass();
        if (pass > 0) {
            timers.step(pass);
            passedForWorkers += pass;
            slicesWithoutChange = 0;
        }
        return pass > 0;
    }

    /** Whether each runnable thread has worked for long, and has run since another one may have changed something. */
    private boolean allWorkForLong() {
        return slicesWithoutChange >= ready.size() && ready.haveAllWorkedForLong();
    }

    /** The time that has passed for timers. A thread that waits for one that works has not waited for a timer. */
    private long timeOfTimers() {
        return timers.now() - passedForWorkers;
    }

    /** Lets time pass if all runnable threads only check a condition again and again, or yield to each other. */
    boolean passTimeForSpinners(long limit) {
        if (!spin.isAll(ready.size() + 1)) {
            return false;
        }
        boolean bySteps = spin.readsClock();
        spin.timePassed();
        if (!bySteps) {
            return timers.advance(limit);
        }
        timers.step(SPIN_STEP);
        return true;
    }

    /** The threads that have not ended, in the order of their creation. */
    List<Thread> living() {
        return members.values().stream()
                .sorted(Comparator.comparingInt(SimulatedThread::number))
                .map(SimulatedThread::thread)
                .filter(Thread::isAlive)
                .toList();
    }

    /** The living threads, including those that are about to run for the first time. Called by a thread of the run. */
    Stream<Thread> started() {
        return Stream.concat(
                        members.values().stream().map(SimulatedThread::thread),
                        arrivals.stream().map(JdkInternals::threadOf))
                .filter(Thread::isAlive)
                .distinct();
    }

    /** The thread that has been working for long, if time does not pass because of it. */
    Optional<Thread> busy() {
        SimulatedThread running = mounted;
        if (running == null
                && last != null
                && last.hasYielded()
                && last.effort().isNotable()) {
            running = last;
        }
        return Optional.ofNullable(running).map(SimulatedThread::thread);
    }

    /** The run has exceeded its limit. The driver reports that after the current slice, if that ends. */
    void stopAfterThisSlice() {
        mustStop = true;
    }

    boolean mustStop() {
        return mustStop;
    }

    int numberOfRunning() {
        return mounted.number();
    }

    /** The number of a thread that has been started; otherwise -1. */
    int numberOf(Thread thread) {
        arrivals.forEach(started -> members.computeIfAbsent(started, this::newMember));
        SimulatedThread member = members.get(JdkInternals.continuationOf(thread));
        return member == null ? -1 : member.number();
    }

    Observer observer() {
        return observer;
    }

    /** The number of steps of all threads. */
    long steps() {
        return steps;
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

    /** Ends the run. Its remaining threads stay where they wait. */
    void dispose() {
        takeArrivals();
        disposed = true;
        for (SimulatedThread member : members.values()) {
            SleepingThread.discard(member.thread());
            if (member.thread().isAlive()) {
                JdkInternals.leaveContainer(member.thread());
            } else {
                Twins.discard(member.shown());
            }
        }
        shutdown();
    }

    /** Whether the run has ended. */
    boolean isDisposed() {
        return disposed;
    }
}
