package benchmarks.peers;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Tasks that take turns on one loop, each for the same number of steps. A loop that loses a step, runs one twice or
 * changes the order fails at the end, so that a step costs no more than counting it.
 */
public final class RoundRobin {
    private final int[] stepsLeft;
    private final CountDownLatch finished = new CountDownLatch(1);
    private int tasksFinished;
    /** The first mistake of the loop; empty while there is none. */
    private String fault = "";

    public RoundRobin(int tasks, int steps) {
        stepsLeft = new int[tasks];
        Arrays.fill(stepsLeft, steps);
    }

    public int tasks() {
        return stepsLeft.length;
    }

    /** Runs one step of a task; called on the loop's thread. Returns whether the task needs another turn. */
    public boolean step(int task) {
        if (--stepsLeft[task] > 0) {
            return true;
        }
        if (task != tasksFinished && fault.isEmpty()) {
            fault = "Expected task " + tasksFinished + " to finish next, but task " + task + " finished";
        }
        if (++tasksFinished == stepsLeft.length || !fault.isEmpty()) {
            finished.countDown();
        }
        return false;
    }

    /** Starts all tasks. Each step schedules the next one with {@code nextTurn}. */
    public void start(Executor nextTurn) {
        for (int task = 0; task < stepsLeft.length; task++) {
            nextTurn.execute(new Turn(task, nextTurn));
        }
    }

    /** Waits until all tasks have finished, and fails if they have not finished in order. */
    public void await() throws InterruptedException {
        await(RunningLoop.TIMEOUT);
    }

    void await(Duration timeout) throws InterruptedException {
        if (!finished.await(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError(
                    "The loop lost a callback: only " + tasksFinished + " of " + stepsLeft.length + " tasks finished");
        }
        if (!fault.isEmpty()) {
            throw new AssertionError(fault);
        }
    }

    private final class Turn implements Runnable {
        private final int task;
        private final Executor nextTurn;

        Turn(int task, Executor nextTurn) {
            this.task = task;
            this.nextTurn = nextTurn;
        }

        @Override
        public void run() {
            if (step(task)) {
                nextTurn.execute(this);
            }
        }
    }
}
