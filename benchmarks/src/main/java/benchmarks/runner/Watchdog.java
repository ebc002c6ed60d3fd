package benchmarks.runner;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Stops a job of a quick run that takes too long, by ending the measured JVM. Other runs have no limit. */
final class Watchdog implements AutoCloseable {
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().factory());
    private volatile boolean hasStoppedTheJob;

    /** Starts to watch. */
    Watchdog(Plan plan) {
        if (plan.speed() == Speed.QUICK) {
            timer.schedule(this::stopTheJob, Math.round(1000 * Plan.QUICK_JOB_TIMEOUT), TimeUnit.MILLISECONDS);
        }
    }

    private void stopTheJob() {
        hasStoppedTheJob = true;
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    }

    boolean hasStoppedTheJob() {
        return hasStoppedTheJob;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
