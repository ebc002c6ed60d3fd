package benchmarks.webserver;

import benchmarks.quick.ExcludedFromQuick;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import webserver.Bakery;
import webserver.RunningServer;
import webserver.Sequential;
import webserver.WebServer;
import webserver.WithEventLoop;
import webserver.WithJetty;
import webserver.WithThreadPool;
import webserver.WithVertx;
import webserver.WithVirtualThreads;

/** Lesson 13: the time of one request without a back end, over a connection that is kept alive. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@ExcludedFromQuick(because = "the versions of lesson 13 differ in how they wait, and here no request waits")
public class WebServerBenchmark {

    @Benchmark
    public int sequential(OnSequential server) throws IOException {
        return server.request();
    }

    @Benchmark
    public int threadPool(OnThreadPool server) throws IOException {
        return server.request();
    }

    @Benchmark
    public int eventLoop(OnEventLoop server) throws IOException {
        return server.request();
    }

    @Benchmark
    public int virtualThreads(OnVirtualThreads server) throws IOException {
        return server.request();
    }

    @Benchmark
    public int vertx(OnVertx server) throws IOException {
        return server.request();
    }

    @Benchmark
    public int jetty(OnJetty server) throws IOException {
        return server.request();
    }

    public static class OnSequential extends Server {
        public OnSequential() {
            super(new Sequential());
        }
    }

    public static class OnThreadPool extends Server {
        public OnThreadPool() {
            super(new WithThreadPool(200));
        }
    }

    public static class OnEventLoop extends Server {
        public OnEventLoop() {
            super(new WithEventLoop());
        }
    }

    public static class OnVirtualThreads extends Server {
        public OnVirtualThreads() {
            super(new WithVirtualThreads());
        }
    }

    public static class OnVertx extends Server {
        public OnVertx() {
            super(new WithVertx());
        }
    }

    public static class OnJetty extends Server {
        public OnJetty() {
            super(new WithJetty());
        }
    }

    /** A server and its only client. */
    @State(Scope.Benchmark)
    public abstract static class Server {
        private final WebServer version;
        private RunningServer running;
        private KeptAliveConnection connection;

        Server(WebServer version) {
            this.version = version;
        }

        @Setup(Level.Trial)
        public void connect() throws IOException {
            running = version.start(new Bakery(Duration.ZERO), 0);
            connection = new KeptAliveConnection(running.port(), "/hours", "<p>We are open from 6 to 18.</p>\n");
        }

        int request() throws IOException {
            return connection.request();
        }

        @TearDown(Level.Trial)
        public void close() throws IOException {
            connection.close();
            running.close();
        }
    }
}
