package benchmarks;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Tasks that take turns on one loop, each for the same number of steps. A loop that forgets one, takes one twice or
 * lets one overtake another is found out at the end, so that a step costs no more than counting it.
 */
final class Rota {
    /** So long may a loop be silent before it counts as one that has lost something. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final int[] stepsLeft;
    private final CountDownLatch finished = new CountDownLatch(1);
    private int tasksFinished;
    /** What went wrong; empty while nothing has. */
    private String fault = "";

    Rota(int tasks, int steps) {
        stepsLeft = new int[tasks];
        Arrays.fill(stepsLeft, steps);
    }

    int tasks() {
        return stepsLeft.length;
    }

    /** A step of a task, on the loop's thread. Returns whether the task wants another turn. */
    boolean step(int task) {
        if (--stepsLeft[task] > 0) {
            return true;
        }
        if (task != tasksFinished && fault.isEmpty()) {
            fault = "task " + task + " has finished when it was task " + tasksFinished + "'s turn";
        }
        if (++tasksFinished == stepsLeft.length || !fault.isEmpty()) {
            finished.countDown();
        }
        return false;
    }

    /** All tasks take their first steps, in which they ask {@code nextTurn} to be called again. */
    void start(Executor nextTurn) {
        for (int task = 0; task < stepsLeft.length; task++) {
            nextTurn.execute(new Turn(task, nextTurn));
        }
    }

    /** Waits until all have finished, and fails if they have not done so in turn. */
    void await() throws InterruptedException {
        if (!finished.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("a loop has lost a callback: only " + tasksFinished + " of " + stepsLeft.length
                    + " tasks have finished");
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
