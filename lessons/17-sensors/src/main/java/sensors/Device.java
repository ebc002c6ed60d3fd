package sensors;

import interleave.eventloop.EventLoop;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Runs a job at each tick of a metronome. If the job fails, the device reports the failure, and continues. */
public final class Device {

    private final String name;
    private final Metronome metronome;
    private final Job job;
    private final Failures failures;

    /** A device that starts now. */
    public Device(String name, Metronome metronome, Job job) {
        this.name = name;
        this.metronome = metronome;
        this.job = job;
        this.failures = new Failures(name);
    }

    String name() {
        return name;
    }

    boolean hasNext() {
        return metronome.hasNext();
    }

    Duration untilDue() {
        return metronome.untilDue();
    }

    /** Ticks on the calling thread, and may block it for as long as the job takes. */
    void tick() throws InterruptedException {
        metronome.tick();
        try {
            job.run();
            failures.worked();
        } catch (InterruptedException stopped) {
            throw stopped; // a request to end, not a failure of the job
        } catch (Exception failure) {
            failures.failed(failure);
        }
    }

    /** Ticks without blocking the loop. */
    CompletableFuture<Void> tickOn(EventLoop loop) {
        metronome.tick();
        return loop.completed(null)
                .thenCompose(begun -> job.runOn(loop))
                .thenRun(failures::worked)
                .exceptionally(this::failed);
    }

    private Void failed(Throwable thrown) {
        var failure = thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        if (failure instanceof CancellationException || failure instanceof Error) {
            throw new CompletionException(failure); // a request to end, or a bug
        }
        failures.failed(failure);
        return null;
    }

    /** The ticks of this device. */
    public Metronome metronome() {
        return metronome;
    }

    @Override
    public String toString() {
        return name + ": " + metronome + failures;
    }
}
