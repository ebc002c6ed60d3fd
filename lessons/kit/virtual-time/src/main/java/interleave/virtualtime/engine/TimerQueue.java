package interleave.virtualtime.engine;

import java.util.PriorityQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** A clock that advances only from timer to timer. Used by one thread at a time. */
final class TimerQueue {
    private final PriorityQueue<Timer> timers = new PriorityQueue<>();
    private volatile long now;
    private long added;
    private int cancelled;

    /** Nanoseconds since the start of the run. */
    long now() {
        return now;
    }

    Timer add(Runnable action, long delayNanos) {
        long when = now + Math.max(0, delayNanos);
        var timer = new Timer(when < 0 ? Long.MAX_VALUE : when, added++, action);
        timers.add(timer);
        return timer;
    }

    boolean isEmpty() {
        return first() == null;
    }

    /** The next timer that has not fired; {@code null} if there is none. */
    private Timer first() {
        while (!timers.isEmpty() && timers.peek().cancelled) {
            timers.remove();
            cancelled--;
        }
        return timers.peek();
    }

    /** Nanoseconds until the next timer. */
    long untilFirst() {
        Timer first = first();
        return first == null ? Long.MAX_VALUE : Math.max(0, first.when - now);
    }

    /**
     * Moves the clock to the next timer and fires all timers of that moment. Returns false if it is after
     * {@code limit}.
     */
    boolean advance(long limit) {
        Timer due = first();
        if (due == null || due.when > limit) {
            return false;
        }
        now = Math.max(now, due.when);
        while (due != null && due.when <= now) {
            timers.remove();
            due.fired = true;
            due.action.run();
            due = first();
        }
        return true;
    }

    /** Lets time pass without running any thread, not even those whose timers are due. */
    void pass(long nanos) {
        long later = now + nanos; // only one thread at a time moves the clock
        now = later;
    }

    /** Lets some time pass for threads that read the clock, but at most until the next timer, which then fires. */
    void step(long nanos) {
        if (untilFirst() > nanos) {
            pass(nanos);
        } else {
            advance(Long.MAX_VALUE);
        }
    }

    /** Removes all cancelled timers when they are half of the queue: searching for each one would be slow. */
    private void countCancelled() {
        if (++cancelled > timers.size() / 2) {
            timers.removeIf(Timer::isCancelled);
            cancelled = 0;
        }
    }

    /** The timer of a timed wait. {@code VirtualThread} cancels it if the wait ends early. */
    final class Timer implements ScheduledFuture<Object> {
        private final long when;
        private final long number;
        private final Runnable action;
        private boolean fired;
        private boolean cancelled;

        private Timer(long when, long number, Runnable action) {
            this.when = when;
            this.number = number;
            this.action = action;
        }

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            if (isDone()) {
                return false;
            }
            cancelled = true;
            countCancelled();
            return true;
        }

        @Override
        public boolean isCancelled() {
            return cancelled;
        }

        @Override
        public boolean isDone() {
            return fired || cancelled;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(when - now, TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            var timer = (Timer) other;
            return when != timer.when ? Long.compare(when, timer.when) : Long.compare(number, timer.number);
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(number);
        }

        @Override
        public Object get() {
            throw new UnsupportedOperationException("a timer has no result");
        }

        @Override
        public Object get(long timeout, TimeUnit unit) {
            throw new UnsupportedOperationException("a timer has no result");
        }
    }
}
