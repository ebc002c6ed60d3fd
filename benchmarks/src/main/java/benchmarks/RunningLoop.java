package benchmarks;

import java.time.Duration;
import java.util.concurrent.Executor;

/** A single-threaded loop that runs on a thread of its own until it is stopped. */
interface RunningLoop extends Executor {
    RunningLoop NONE = new RunningLoop() {
        @Override
        public void execute(Runnable callback) {
            throw new IllegalStateException("no loop runs yet");
        }

        @Override
        public void sleep(Duration duration, Runnable then) {
            throw new IllegalStateException("no loop runs yet");
        }

        @Override
        public void stop() {}
    };

    void stop() throws InterruptedException;

    /** Runs {@code then} on the loop after {@code duration}; called on the loop. */
    void sleep(Duration duration, Runnable then);
}
