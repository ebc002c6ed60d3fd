package benchmarks.manymachines;

import benchmarks.processes.ChildProcess;
import benchmarks.quick.ExcludedFromQuick;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Lesson 24, without the clients: messages that all nodes receive, a round trip between two nodes, and how long the
 * others need to notice that a node was killed. The nodes share a JVM, except the one that is killed.
 */
@Fork(1)
@Warmup(iterations = 2, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@ExcludedFromQuick(because = "a cluster takes seconds to start")
public class ManyMachinesBenchmark {
    /** The messages of a call: the node that sends is at most this far ahead. */
    private static final int MESSAGES = 5_000;

    @State(Scope.Benchmark)
    public static class Running {
        @Param
        public ClusterVersion version;

        @Param({"1", "2", "3"})
        public int nodes;

        private LocalCluster cluster;

        @Setup
        public void start() throws Exception {
            cluster = new LocalCluster(version, nodes);
        }

        @TearDown
        public void close() {
            cluster.close();
        }
    }

    /** The youngest node sends. It does not decide the total order, unless it is alone. */
    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    @OperationsPerInvocation(MESSAGES)
    public void messages(Running running) throws InterruptedException {
        for (int number = 0; number < MESSAGES; number++) {
            running.cluster.youngest().send();
        }
        for (ClusterNode node : running.cluster.nodes) {
            node.awaitMessages(MESSAGES);
        }
    }

    /** When all nodes have received a message of the youngest, its neighbour answers. A single node answers itself. */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public void roundTrip(Running running) throws InterruptedException {
        LocalCluster cluster = running.cluster;
        cluster.youngest().send();
        awaitMessage(cluster);
        cluster.neighbour().send();
        awaitMessage(cluster);
    }

    private static void awaitMessage(LocalCluster cluster) throws InterruptedException {
        for (ClusterNode node : cluster.nodes) {
            node.awaitMessages(1);
        }
    }

    /** Two nodes of this JVM, and one that is killed and started again. */
    @State(Scope.Benchmark)
    public static class WithMortalNode {
        @Param
        public ClusterVersion version;

        private LocalCluster survivors;
        private ChildProcess mortal;

        @Setup
        public void start() throws Exception {
            survivors = new LocalCluster(version, 2);
        }

        @Setup(Level.Invocation)
        public void startMortal() throws Exception {
            mortal = MortalNode.start(version, 3, survivors.ports.base());
            mortal.readLine();
            survivors.awaitView(3);
        }

        @TearDown
        public void close() {
            survivors.close();
        }
    }

    /** Until both survivors have a view without the node that was killed. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    @Warmup(iterations = 1)
    @Measurement(iterations = 5)
    public void deathNoticed(WithMortalNode running) throws InterruptedException {
        running.mortal.kill();
        running.survivors.awaitView(2);
    }
}
