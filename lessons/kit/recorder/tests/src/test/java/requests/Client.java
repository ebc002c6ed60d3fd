package requests;

import interleave.eventloop.AsyncSemaphore;
import interleave.eventloop.EventLoop;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * Programs of a test that send requests with a limit. They are in a package of their own, because the recorder treats
 * {@code interleave} as a library.
 */
public enum Client {
    /** Sends one request after the other. */
    SEQUENTIAL {
        @Override
        public void fetch(HttpClient client, List<URI> addresses, int permits) throws Exception {
            for (URI address : addresses) {
                send(client, address);
            }
        }
    },
    /** The size of the pool is the limit. */
    SMALL_POOL {
        @Override
        public void fetch(HttpClient client, List<URI> addresses, int permits) throws Exception {
            fetchOn(Executors.newFixedThreadPool(permits), client, addresses, new Semaphore(addresses.size()));
        }
    },
    /** One platform thread per request, and a semaphore. */
    THREADS {
        @Override
        public void fetch(HttpClient client, List<URI> addresses, int permits) throws Exception {
            fetchOn(Executors.newCachedThreadPool(), client, addresses, new Semaphore(permits));
        }
    },
    /** One virtual thread per request, and a semaphore. */
    VIRTUAL_THREADS {
        @Override
        public void fetch(HttpClient client, List<URI> addresses, int permits) throws Exception {
            fetchOn(Executors.newVirtualThreadPerTaskExecutor(), client, addresses, new Semaphore(permits));
        }
    },
    /** One loop task per request, and a semaphore of the loop. */
    LOOP_TASKS {
        @Override
        public void fetch(HttpClient client, List<URI> addresses, int permits) throws Exception {
            EventLoop.run(loop -> {
                var limit = new AsyncSemaphore(loop, permits);
                return loop.gather(addresses.stream()
                        .map(address -> loop.createTask(
                                address.getPath(),
                                () -> limit.withPermit(() -> loop.adopt(sendAsync(client, address)))))
                        .toList());
            });
        }
    },
    /** One thread waits for a permit before each request. The threads of the library receive the responses. */
    LIBRARY {
        @Override
        public void fetch(HttpClient client, List<URI> addresses, int permits) throws Exception {
            var limit = new Semaphore(permits);
            var responses = new ArrayList<CompletableFuture<?>>();
            for (URI address : addresses) {
                limit.acquire();
                responses.add(sendAsync(client, address).whenComplete((response, failure) -> limit.release()));
            }
            responses.forEach(CompletableFuture::join);
        }
    };

    /** Fetches the addresses, at most {@code permits} of them at a time. */
    public abstract void fetch(HttpClient client, List<URI> addresses, int permits) throws Exception;

    private static void fetchOn(ExecutorService executor, HttpClient client, List<URI> addresses, Semaphore permits)
            throws Exception {
        try (executor) {
            var fetches = addresses.stream()
                    .map(address -> executor.submit((Callable<?>) () -> {
                        permits.acquire();
                        try {
                            return send(client, address);
                        } finally {
                            permits.release();
                        }
                    }))
                    .toList();
            for (var fetch : fetches) {
                fetch.get();
            }
        }
    }

    private static int send(HttpClient client, URI address) throws Exception {
        return client.send(request(address), BodyHandlers.discarding()).statusCode();
    }

    private static CompletableFuture<?> sendAsync(HttpClient client, URI address) {
        return client.sendAsync(request(address), BodyHandlers.discarding());
    }

    private static HttpRequest request(URI address) {
        return HttpRequest.newBuilder(address).build();
    }
}
