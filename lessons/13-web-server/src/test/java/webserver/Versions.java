package webserver;

import java.io.IOException;

/** The versions of the lesson. */
enum Versions {
    SEQUENTIAL(new Sequential()),
    THREAD_POOL(new WithThreadPool(Versions.POOL)),
    EVENT_LOOP(new WithEventLoop()),
    VIRTUAL_THREADS(new WithVirtualThreads()),
    VERTX(new WithVertx()),
    JETTY(new WithJetty());

    /** The number of threads in the pool. */
    static final int POOL = 3;

    private final WebServer server;

    Versions(WebServer server) {
        this.server = server;
    }

    RunningServer start(Site site) throws IOException {
        return start(site, 0);
    }

    RunningServer start(Site site, int port) throws IOException {
        return server.start(site, port);
    }

    /** Whether the version is the JDK's server with some executor. */
    boolean isJdkServer() {
        return this == SEQUENTIAL || this == THREAD_POOL || this == VIRTUAL_THREADS;
    }
}
