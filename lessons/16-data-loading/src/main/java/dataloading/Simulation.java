package dataloading;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.function.IntFunction;

/** An epoch whose loading and training take given times. */
public final class Simulation {

    private final int batches;
    private final IntFunction<Duration> load;
    private final Duration train;
    private Delay delay = Delay.WAITING;
    private int broken;
    private int wanted = Integer.MAX_VALUE;

    /** {@code load} returns how long loading a batch takes, by its number. */
    public Simulation(int batches, IntFunction<Duration> load, Duration train) {
        this.batches = batches;
        this.load = load;
        this.train = train;
    }

    /** Both sides compute, on a machine with this many cores. */
    Simulation computingOn(int cores) {
        delay = new Cores(cores);
        return this;
    }

    /** This batch cannot be loaded. */
    Simulation withBroken(int batch) {
        broken = batch;
        return this;
    }

    /** The trainer stops after this batch. */
    Simulation stoppingAfter(int batch) {
        wanted = batch;
        return this;
    }

    /** Runs this epoch with a version, and prints a summary. */
    void run(Epoch version) throws Exception {
        var counter = new BatchCounter();
        var idle = new IdleTime(new SimulatedTrainer(train, delay, wanted, counter));
        try {
            version.run(new SimulatedDataset(batches, load, delay, broken, counter), idle);
        } catch (IOException failure) {
            IO.println("Failed: " + failure.getMessage());
        }
        IO.println(String.format(
                Locale.ROOT,
                "Trainer idle for %.1f s; peak of batches in memory: %d",
                idle.total().toMillis() / 1e3,
                counter.peak()));
    }
}
