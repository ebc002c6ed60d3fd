package benchmarks.fetch;

import benchmarks.fetch.FetchClient.InJava;
import benchmarks.fetch.FetchClient.OnAiohttp;
import fetch.Sequential;
import fetch.WithEventLoop;
import java.io.IOException;

/** The clients that are measured, with a connection for each request that they send at once. */
public enum FetchClients {
    SEQUENTIAL,
    THREAD_POOL_50,
    THREAD_POOL_200,
    EVENT_LOOP,
    VIRTUAL_THREADS,
    VERTX,
    AIOHTTP;

    FetchClient open(int requests) throws IOException {
        return switch (this) {
            case SEQUENTIAL -> InJava.onJdkClient(1, Sequential::new);
            case THREAD_POOL_50 -> InJava.onThreadPool(50);
            case THREAD_POOL_200 -> InJava.onThreadPool(200);
            case EVENT_LOOP -> InJava.onJdkClient(Integer.MAX_VALUE, WithEventLoop::new);
            case VIRTUAL_THREADS -> InJava.onVirtualThreads();
            case VERTX -> InJava.onVertx(requests);
            case AIOHTTP -> OnAiohttp.withConnections(requests);
        };
    }
}
