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
 * Lesson 12: thousand messages delivered a second. Each client says one line and waits for those of all others, again and
 * again; the server is a process of its own, and all clients are on one thread. Where each message is written by itself a
 * call takes ten seconds, so there are few of them.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ChatServerBenchmark {
    /** As many rounds as make this many, to half a percent: 408 rounds of 50 clients, 25 of 200, 1 of 1,000. */
    static final int DELIVERIES = 1_000_000;

    @Benchmark
    @OperationsPerInvocation(DELIVERIES)
    @Warmup(iterations = 1)
    @Measurement(iterations = 3)
    @Fork(1)
    public void asInTheArticle(AsInTheArticle chat) throws IOException {
        chat.talk();
    }

    @Benchmark
    @OperationsPerInvocation(DELIVERIES)
    public void threadPool(ThreadPool chat) throws IOException {
        chat.talk();
    }

    @Benchmark
    @OperationsPerInvocation(DELIVERIES)
    public void eventLoop(EventLoop chat) throws IOException {
        chat.talk();
    }

    @Benchmark
    @OperationsPerInvocation(DELIVERIES)
    public void virtualThreads(VirtualThreads chat) throws IOException {
        chat.talk();
    }

    @Benchmark
    @OperationsPerInvocation(DELIVERIES)
    public void netty(Netty chat) throws IOException {
        chat.talk();
    }

    @Benchmark
    @OperationsPerInvocation(DELIVERIES)
    @Warmup(iterations = 1)
    @Measurement(iterations = 3)
    @Fork(1)
    public void nettyFlushing(NettyFlushing chat) throws IOException {
        chat.talk();
    }

    @Benchmark
    @OperationsPerInvocation(DELIVERIES)
    public void nettyBare(NettyBare chat) throws IOException {
        chat.talk();
    }

    @Benchmark
    @OperationsPerInvocation(DELIVERIES)
    @Warmup(iterations = 1)
    @Measurement(iterations = 3)
    @Fork(1)
    public void asyncio(InPython chat) throws IOException {
        chat.talk();
    }

    @Benchmark
    @OperationsPerInvocation(DELIVERIES)
    @Warmup(iterations = 1)
    @Measurement(iterations = 3)
    @Fork(1)
    public void gatheringAsyncio(GatheringInPython chat) throws IOException {
        chat.talk();
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

    public static class GatheringInPython extends Chat {
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
        private int rounds;
        private ChatLoad before;

        abstract ChatServerProcess open() throws IOException;

        @Setup(Level.Trial)
        public void prepare() throws IOException {
            server = open();
            crowd = new ChatCrowd(server.address(), clients);
            rounds = Math.round((float) DELIVERIES / crowd.deliveries());
        }

        void talk() throws IOException {
            for (int round = 0; round < rounds; round++) {
                crowd.round();
            }
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
