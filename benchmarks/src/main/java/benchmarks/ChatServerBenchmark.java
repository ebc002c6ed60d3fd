package benchmarks;

import java.io.IOException;
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
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;

/**
 * Lesson 12: thousand messages delivered a second. Each client says one line and waits for those of all others, again
 * and again; the server is a process of its own, and all clients are on one thread. A call ends after so many
 * deliveries, mostly in the middle of a round, and the next one goes on from there: or where each message is written by
 * itself, a round of 1,000 clients would be a call of twenty seconds.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(2)
public class ChatServerBenchmark {
    /** A round of 1,000 clients, 25 of 200, 408 of 50. */
    static final int MANY = 1_000_000;
    /** For those who deliver a hundred thousand a second at most, and differ little from JVM to JVM. */
    static final int FEW = 20_000;

    @Benchmark
    @OperationsPerInvocation(MANY)
    public void asInTheArticle(AsInTheArticle chat) throws IOException {
        chat.talk(MANY);
    }

    @Benchmark
    @OperationsPerInvocation(MANY)
    public void threadPool(ThreadPool chat) throws IOException {
        chat.talk(MANY);
    }

    @Benchmark
    @OperationsPerInvocation(MANY)
    public void eventLoop(EventLoop chat) throws IOException {
        chat.talk(MANY);
    }

    @Benchmark
    @OperationsPerInvocation(MANY)
    public void virtualThreads(VirtualThreads chat) throws IOException {
        chat.talk(MANY);
    }

    @Benchmark
    @OperationsPerInvocation(MANY)
    public void netty(Netty chat) throws IOException {
        chat.talk(MANY);
    }

    @Benchmark
    @OperationsPerInvocation(MANY)
    public void nettyBare(NettyBare chat) throws IOException {
        chat.talk(MANY);
    }

    @Benchmark
    @OperationsPerInvocation(FEW)
    @Fork(1)
    public void nettyFlushingEach(NettyFlushing chat) throws IOException {
        chat.talk(FEW);
    }

    @Benchmark
    @OperationsPerInvocation(FEW)
    @Fork(1)
    public void asyncio(InPython chat) throws IOException {
        chat.talk(FEW);
    }

    @Benchmark
    @OperationsPerInvocation(FEW)
    @Fork(1)
    public void asyncioWithoutDrain(InPythonWithoutDrain chat) throws IOException {
        chat.talk(FEW);
    }

    public static class AsInTheArticle extends Chat {
        @Override
        ChatServerProcess open() throws IOException {
            return ChatServerProcess.java(ChatServers.AS_IN_THE_ARTICLE);
        }
    }

    public static class ThreadPool extends Chat {
        @Override
        ChatServerProcess open() throws IOException {
            return ChatServerProcess.java(ChatServers.THREAD_POOL);
        }
    }

    public static class EventLoop extends Chat {
        @Override
        ChatServerProcess open() throws IOException {
            return ChatServerProcess.java(ChatServers.EVENT_LOOP);
        }
    }

    public static class VirtualThreads extends Chat {
        @Override
        ChatServerProcess open() throws IOException {
            return ChatServerProcess.java(ChatServers.VIRTUAL_THREADS);
        }
    }

    public static class Netty extends Chat {
        @Override
        ChatServerProcess open() throws IOException {
            return ChatServerProcess.java(ChatServers.NETTY);
        }
    }

    public static class NettyFlushing extends Chat {
        @Override
        ChatServerProcess open() throws IOException {
            return ChatServerProcess.java(ChatServers.NETTY_FLUSHING);
        }
    }

    public static class NettyBare extends Chat {
        @Override
        ChatServerProcess open() throws IOException {
            return ChatServerProcess.java(ChatServers.NETTY_BARE);
        }
    }

    public static class InPython extends Chat {
        @Override
        ChatServerProcess open() throws IOException {
            return ChatServerProcess.python("wait");
        }
    }

    public static class InPythonWithoutDrain extends Chat {
        @Override
        ChatServerProcess open() throws IOException {
            return ChatServerProcess.python("gather");
        }
    }

    /** A server and its crowd. */
    @State(Scope.Benchmark)
    public abstract static class Chat {
        @Param({"50", "200", "1000"})
        public int clients;

        private ChatServerProcess server;
        private ChatCrowd crowd;
        private ChatLoad before;

        abstract ChatServerProcess open() throws IOException;

        @Setup(Level.Trial)
        public void prepare() throws IOException {
            server = open();
            crowd = new ChatCrowd(server.address(), clients);
        }

        void talk(int deliveries) throws IOException {
            crowd.talk(deliveries);
        }

        @Setup(Level.Iteration)
        public void lookAtTheLoad() {
            before = ChatLoad.now(server);
        }

        @TearDown(Level.Iteration)
        public void lookAgain(IterationParams iteration) {
            ChatLoad load = ChatLoad.now(server).since(before);
            if (iteration.getType() == IterationType.MEASUREMENT) {
                load.checkThatTheCrowdWasNotTheBottleneck();
            }
        }

        @TearDown(Level.Trial)
        public void close() throws IOException {
            crowd.close();
            server.close();
        }
    }
}
