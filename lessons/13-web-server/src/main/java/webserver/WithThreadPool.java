package webserver;

import java.io.IOException;
import java.util.concurrent.Executors;

/** Answers as many requests at the same time as its pool has threads. All others wait in the pool's queue. */
public final class WithThreadPool implements WebServer {
    private final int threads;

    /** A server with this many threads. */
    public WithThreadPool(int threads) {
        this.threads = threads;
    }

    @Override
    public RunningServer start(Site site, int port) throws IOException {
        return JdkServer.start(site, port, Executors.newFixedThreadPool(threads));
    }

    static void main(String... arguments) throws Exception {
        Example.run(new WithThreadPool(3), arguments);
    }
}
