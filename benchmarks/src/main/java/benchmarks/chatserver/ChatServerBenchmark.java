package benchmarks.chatserver;

import benchmarks.quick.ExcludedFromQuick;
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
 * Lesson 12: messages delivered per millisecond. In each round every client sends a line and waits for the lines of all
 * others. The server runs in its own process, and all clients on one thread. A call ends after a number of deliveries,
 * usually in the middle of a round, and the next call continues from there. Otherwise a round of 1,000 clients would be
 * a call of twenty seconds for a server that writes each message separately.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(2)
@ExcludedFromQuick(
        rows = {"clients=50", "clients=1000"},
        because = "200 clients show the most")
public class ChatServerBenchmark {
    /** Deliveries in a call: 1 round of 1,000 clients, 25 of 200, 408 of 50. */
    static final int MANY = 1_000_000;
    /** For servers that deliver a hundred thousand a second at most, and differ little from JVM to JVM. */
    static final int FEW = 20_000;

    @Benchmark
    @OperationsPerInvocation(MANY)
    @ExcludedFromQuick(because = "a quick run compares three versions only")
    public void asInTheArticle(ArticleChat chat) throws IOException {
        chat.talk(MANY);
    }

    @Benchmark
    @OperationsPerInvocation(MANY)
    @ExcludedFromQuick(because = "a quick run compares three versions only")
    public void threadPool(ThreadPoolChat chat) throws IOException {
        chat.talk(MANY);
    }

    @Benchmark
    @OperationsPerInvocation(MANY)
    public void eventLoop(EventLoopChat chat) throws IOException {
        chat.talk(MANY);
    }

    @Benchmark
    @OperationsPerInvocation(MANY)
    public void virtualThreads(VirtualThreadChat chat) throws IOException {
        chat.talk(MANY);
    }

    @Benchmark
    @OperationsPerInvocation(MANY)
    public void netty(NettyChat chat) throws IOException {
        chat.talk(MANY);
    }

    @Benchmark
    @OperationsPerInvocation(MANY)
    @ExcludedFromQuick(because = "a quick run compares three versions only")
    public void nettyBare(NettyBareChat chat) throws IOException {
        chat.talk(MANY);
    }

    @Benchmark
    @OperationsPerInvocation(FEW)
    @Fork(1)
    @ExcludedFromQuick(because = "a quick run compares three versions only")
    public void nettyFlushingEach(NettyFlushingChat chat) throws IOException {
        chat.talk(FEW);
    }

    @Benchmark
    @OperationsPerInvocation(FEW)
    @Fork(1)
    @ExcludedFromQuick(because = "a quick run compares three versions only")
    public void asyncio(AsyncioChat chat) throws IOException {
        chat.talk(FEW);
    }

    @Benchmark
    @OperationsPerInvocation(FEW)
    @Fork(1)
    @ExcludedFromQuick(because = "a quick run compares three versions only")
    public void asyncioWithoutDrain(AsyncioWithoutDrainChat chat) throws IOException {
        chat.talk(FEW);
    }

    public static class ArticleChat extends Chat {
        @Override
        ChatServerProcess open() throws IOException {
            return ChatServerProcess.java(ChatServers.AS_IN_THE_ARTICLE);
        }
    }

    public static class ThreadPoolChat extends Chat {
        @Override
        ChatServerProcess open() throws IOException {
            return ChatServerProcess.java(ChatServers.THREAD_POOL);
        }
    }

    public static class EventLoopChat extends Chat {
        @Override
        ChatServerProcess open() throws IOException {
            return ChatServerProcess.java(ChatServers.EVENT_LOOP);
        }
    }

    public static class VirtualThreadChat extends Chat {
        @Override
        ChatServerProcess open() throws IOException {
            return ChatServerProcess.java(ChatServers.VIRTUAL_THREADS);
        }
    }

    public static class NettyChat extends Chat {
        @Override
        ChatServerProcess open() throws IOException {
            return ChatServerProcess.java(ChatServers.NETTY);
        }
    }

    public static class NettyFlushingChat extends Chat {
        @Override
        ChatServerProcess open() throws IOException {
            return ChatServerProcess.java(ChatServers.NETTY_FLUSHING);
        }
    }

    public static class NettyBareChat extends Chat {
        @Override
        ChatServerProcess open() throws IOException {
            return ChatServerProcess.java(ChatServers.NETTY_BARE);
        }
    }

    public static class AsyncioChat extends Chat {
        @Override
        ChatServerProcess open() throws IOException {
            return ChatServerProcess.python("wait");
        }
    }

    public static class AsyncioWithoutDrainChat extends Chat {
        @Override
        ChatServerProcess open() throws IOException {
            return ChatServerProcess.python("gather");
        }
    }

    /** A server and its clients. */
    @State(Scope.Benchmark)
    public abstract static class Chat {
        @Param({"50", "200", "1000"})
        public int clients;

        private ChatServerProcess server;
        private ChatClients connected;
        private ChatProcessorTime before;

        abstract ChatServerProcess open() throws IOException;

        @Setup(Level.Trial)
        public void prepare() throws IOException {
            server = open();
            connected = new ChatClients(server.address(), clients);
        }

        void talk(int deliveries) throws IOException {
            connected.talk(deliveries);
        }

        @Setup(Level.Iteration)
        public void startIteration() {
            before = ChatProcessorTime.now(server);
        }

        @TearDown(Level.Iteration)
        public void checkIteration(IterationParams iteration) {
            ChatProcessorTime used = ChatProcessorTime.now(server).since(before);
            if (iteration.getType() == IterationType.MEASUREMENT) {
                used.checkClientsNotTheBottleneck();
            }
        }

        @TearDown(Level.Trial)
        public void close() throws IOException {
            connected.close();
            server.close();
        }
    }
}
