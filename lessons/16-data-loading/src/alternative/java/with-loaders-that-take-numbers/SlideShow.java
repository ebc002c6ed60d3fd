package dataloading;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** A slide show: loaders load the pictures of an album, and a viewer looks at them in order. */
final class SlideShow {

    /** Looks at a picture, which takes a while. Returns whether to show the next one. */
    interface Viewer {
        boolean look(String picture) throws Exception;
    }

    /**
     * Shows all pictures in order, on the calling thread. Returns when all have been shown, or when the viewer wants no
     * more. By then, no loader is running.
     *
     * @param loaders how many pictures may be loaded at the same time
     * @param memory how many pictures fit into memory: those being loaded, those waiting, and the one being shown
     * @throws Exception the exception of a picture that cannot be loaded, after all pictures before it have been shown
     */
    static void show(Album album, int loaders, int memory, Viewer viewer) throws Exception {
        var pictures = new ArrayList<CompletableFuture<String>>();
        for (int number = 1; number <= album.size(); number++) {
            pictures.add(new CompletableFuture<>());
        }
        var numbers = new AtomicInteger();
        var free = new Semaphore(memory, true);
        var threads = new ArrayList<Thread>();
        for (int loader = 0; loader < loaders; loader++) {
            threads.add(Thread.ofPlatform().start(() -> load(album, numbers, free, pictures)));
        }
        try {
            for (var picture : pictures) {
                if (!viewer.look(picture.get())) {
                    return;
                }
                free.release();
            }
        } finally {
            for (Thread thread : threads) {
                thread.interrupt();
                thread.join();
            }
        }
    }

    private static void load(
            Album album, AtomicInteger numbers, Semaphore free, List<CompletableFuture<String>> pictures) {
        try {
            while (true) {
                free.acquire();
                int number = numbers.incrementAndGet();
                if (number > album.size()) {
                    return;
                }
                try {
                    pictures.get(number - 1).complete(album.load(number));
                } catch (IOException damaged) {
                    pictures.get(number - 1).completeExceptionally(damaged);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    static void main() throws Exception {
        show(new Album(8, number -> Duration.ofSeconds(number == 5 ? 6 : 1), 0), 2, 4, picture -> {
            IO.println("Showing " + picture);
            Thread.sleep(Duration.ofSeconds(2));
            IO.println("Done with " + picture);
            return true;
        });
    }
}
