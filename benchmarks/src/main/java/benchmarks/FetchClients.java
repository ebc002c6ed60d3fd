package benchmarks;

import benchmarks.FetchClient.OnAiohttp;
import benchmarks.FetchClient.OnJdkClient;
import benchmarks.FetchClient.OnVertx;
import fetch.Sequential;
import fetch.WithEventLoop;
import java.io.IOException;

/** The clients that are measured, with connections for as many requests as they have on their way at once. */
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
            case SEQUENTIAL -> OnJdkClient.with(1, Sequential::new);
            case THREAD_POOL_50 -> OnJdkClient.onThreadPool(50);
            case THREAD_POOL_200 -> OnJdkClient.onThreadPool(200);
            case EVENT_LOOP -> OnJdkClient.with(Integer.MAX_VALUE, WithEventLoop::new);
            case VIRTUAL_THREADS -> OnJdkClient.onVirtualThreads();
            case VERTX -> OnVertx.withConnections(requests);
            case AIOHTTP -> OnAiohttp.withConnections(requests);
        };
    }
}
