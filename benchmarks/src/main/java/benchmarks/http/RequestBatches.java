package benchmarks.http;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;

/**
 * Batches of requests to a site in a process of its own. A measurement fails when the site did not answer every
 * request, or was the bottleneck.
 */
@State(Scope.Benchmark)
public abstract class RequestBatches {
    private SiteProcess site;
    private int batches;
    private ServerLoad loadBefore = new ServerLoad(0, Duration.ZERO, Duration.ZERO);
    private long begin;
    private Duration processorTimeBefore = Duration.ZERO;

    protected abstract void openClient() throws Exception;

    protected abstract SiteProcess openSite() throws Exception;

    /** The number of requests in a batch. */
    protected abstract int requests();

    /** How long a batch takes when its requests cost nothing but their latency. */
    protected abstract Duration ideal();

    /** Fails unless the client fetches these pages correctly, or prepares a later check. */
    protected abstract void check(List<URI> pages) throws Exception;

    protected abstract void closeClient() throws Exception;

    /** The processor time of the client so far. */
    protected Duration processorTime() {
        return processorTimeOfThisProcess();
    }

    public static Duration processorTimeOfThisProcess() {
        return Duration.ofNanos(
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime());
    }

    protected SiteProcess site() {
        return site;
    }

    @Setup(Level.Trial)
    public void prepare() throws Exception {
        openClient();
        site = openSite();
        check(site.pages());
    }

    @Setup(Level.Iteration)
    public void startIteration() throws IOException {
        batches = 0;
        loadBefore = site.load();
        processorTimeBefore = processorTime();
        begin = System.nanoTime();
    }

    /** Called by a benchmark for each batch. */
    protected void countBatch() {
        batches++;
    }

    /** Warm-up is not checked: there the site is as cold as the client. */
    @TearDown(Level.Iteration)
    public void checkIteration(IterationParams iteration) throws IOException {
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        Duration processorTime = processorTime().minus(processorTimeBefore);
        ServerLoad load = site.load().since(loadBefore);
        long expected = (long) batches * requests();
        if (load.answered() != expected) {
            throw new AssertionError(
                    "Expected the site to answer " + expected + " requests, but it answered " + load.answered());
        }
        if (iteration.getType() == IterationType.MEASUREMENT) {
            load.checkNotTheBottleneck(took, ideal().multipliedBy(batches), processorTime);
        }
    }

    @TearDown(Level.Trial)
    public void close() throws Exception {
        closeClient();
        site.close();
    }
}
