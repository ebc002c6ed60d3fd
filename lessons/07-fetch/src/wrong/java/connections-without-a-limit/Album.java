// says: An array or a queue is too large
package fetch;

import static java.time.Duration.ofSeconds;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Downloads the photos of an album from a server, which takes a second for each response. */
final class Album {

    /** An HTTP client with a connection pool. Each connection carries one request at a time. */
    static final class Client {
        private final BlockingQueue<Integer> pool;

        Client() {
            this(2);
        }

        Client(int connections) {
            IO.println("New client");
            pool = new ArrayBlockingQueue<>(connections);
            for (int number = 1; number <= connections; number++) {
                pool.add(number);
            }
        }

        /** Sends a request, and blocks until the response is there. Any number of threads may call it. */
        String get(String photo) throws InterruptedException {
            int connection = pool.take(); // waits until a connection is free
            try {
                IO.println("GET " + photo);
                Thread.sleep(ofSeconds(1));
                return photo + ".jpg";
            } finally {
                pool.add(connection);
            }
        }
    }

    /** Downloads all photos at the same time, and returns them in the order of the album. */
    static List<String> download(List<String> photos) throws Exception {
        var client = new Client(Integer.MAX_VALUE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var requests = photos.stream()
                    .<Callable<String>>map(photo -> () -> client.get(photo))
                    .toList();
            var album = new ArrayList<String>();
            for (var response : threads.invokeAll(requests)) {
                album.add(response.get());
            }
            return album;
        }
    }

    static void main() throws Exception {
        IO.println(download(List.of("beach", "harbour", "sunset", "boat")));
    }
}
