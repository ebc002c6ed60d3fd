package limits;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import java.util.concurrent.Semaphore;

/**
 * Two clients share one permit, and a page takes a second. The eager client fetches three pages, and acquires the
 * permit again as soon as it has released it. The patient client arrives during the first page, and fetches one.
 */
final class TwoClients {
    private final Semaphore permit;

    TwoClients(Semaphore permit) {
        this.permit = permit;
    }

    void fetch() throws InterruptedException {
        var eager = Thread.ofPlatform().name("eager").start(() -> fetch("eager", 3));
        Thread.sleep(ofMillis(500));
        var patient = Thread.ofPlatform().name("patient").start(() -> fetch("patient", 1));
        eager.join();
        patient.join();
    }

    private void fetch(String name, int pages) {
        try {
            for (int page = 1; page <= pages; page++) {
                permit.acquire();
                try {
                    Thread.sleep(ofSeconds(1));
                    IO.println(name + " has page " + page);
                } finally {
                    permit.release();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt(); // ends this thread
        }
    }
}
