package benchmarks;

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
 * Batches of requests to a server in a process of its own. Nothing is measured unless the server has answered as many
 * as were sent, and has not been the bottleneck.
 */
@State(Scope.Benchmark)
public abstract class Batches {
    private FetchServer server;
    private int batches;
    private FetchServerLoad before = new FetchServerLoad(0, Duration.ZERO, Duration.ZERO);
    private long begin;
    private Duration computedBefore = Duration.ZERO;

    /** Opens what fetches, and then the server. */
    abstract FetchServer open() throws Exception;

    /** Of a batch. */
    abstract int requests();

    /** The part of a batch in which all there is to do is wait. */
    abstract Duration ideal();

    /** Fails unless these pages are fetched as they are; or prepares that this is found out later. */
    abstract void compare(List<URI> pages) throws Exception;

    /** Closes what fetches. */
    abstract void closeClient() throws Exception;

    /** The processor time of the client so far. */
    Duration computed() {
        return Duration.ofNanos(
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime());
    }

    FetchServer server() {
        return server;
    }

    @Setup(Level.Trial)
    public void prepare() throws Exception {
        server = open();
        compare(server.pages(requests()));
    }

    @Setup(Level.Iteration)
    public void lookAtTheServer() throws IOException {
        batches = 0;
        before = server.load();
        computedBefore = computed();
        begin = System.nanoTime();
    }

    /** A batch begins. */
    void count() {
        batches++;
    }

    /** Warm-up is not looked at: there the server is as cold as the client. */
    @TearDown(Level.Iteration)
    public void lookAtTheServerAgain(IterationParams iteration) throws IOException {
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        Duration computed = computed().minus(computedBefore);
        FetchServerLoad load = server.load().since(before);
        if (load.answered() != (long) batches * requests()) {
            throw new AssertionError(
                    "the server answered " + load.answered() + " requests, not " + batches + " times " + requests());
        }
        if (iteration.getType() == IterationType.MEASUREMENT) {
            load.checkThatTheServerWasNotTheBottleneck(took, ideal().multipliedBy(batches), computed);
        }
    }

    @TearDown(Level.Trial)
    public void close() throws Exception {
        closeClient();
        server.close();
    }
}
