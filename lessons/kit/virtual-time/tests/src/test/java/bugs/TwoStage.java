package bugs;

import java.util.Arrays;

/** Two steps are locked one by one, and another thread comes in between. */
final class TwoStage implements Bug {
    private static final int WRITERS = 2;

    private final Object first = new Object();
    private final Object second = new Object();
    private int input;
    private int result;

    @Override
    public void wrong() throws Exception {
        var stages = new TwoStage();
        run(stages::writeInTwoSteps, stages::readInTwoSteps);
    }

    @Override
    public void right() throws Exception {
        var stages = new TwoStage();
        run(
                () -> {
                    synchronized (stages) {
                        stages.writeInTwoSteps();
                    }
                },
                () -> {
                    synchronized (stages) {
                        stages.readInTwoSteps();
                    }
                });
    }

    private static void run(Runnable writer, Runnable reader) throws Exception {
        var bodies = new Runnable[WRITERS + 1];
        Arrays.fill(bodies, writer);
        bodies[WRITERS] = reader;
        Threads.run(bodies);
    }

    private void writeInTwoSteps() {
        synchronized (first) {
            input = 1;
        }
        synchronized (second) {
            result = input + 1;
        }
    }

    private void readInTwoSteps() {
        int seen;
        synchronized (first) {
            seen = input;
        }
        synchronized (second) {
            Threads.check(seen == 0 || result == seen + 1, "the second step was not done");
        }
    }
}
