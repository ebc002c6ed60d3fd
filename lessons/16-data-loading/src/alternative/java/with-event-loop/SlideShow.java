package dataloading;

import interleave.eventloop.EventLoop;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

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
        try (var pool = Executors.newFixedThreadPool(loaders)) {
            EventLoop.run(loop -> {
                var started = new ArrayDeque<CompletableFuture<String>>();
                return showFrom(loop, pool, 1, started, album, memory, viewer);
            });
        }
    }

    private static CompletionStage<Void> showFrom(
            EventLoop loop,
            ExecutorService pool,
            int first,
            Queue<CompletableFuture<String>> started,
            Album album,
            int memory,
            Viewer viewer) {
        int next = first;
        while (next <= album.size() && started.size() < memory) {
            int picture = next++;
            started.add(loop.toThread(pool, () -> album.load(picture)));
        }
        if (started.isEmpty()) {
            return loop.completed(null);
        }
        int following = next;
        return started.remove()
                .thenCompose(picture -> loop.toThread(() -> viewer.look(picture)))
                .thenCompose(more -> more
                        ? showFrom(loop, pool, following, started, album, memory, viewer)
                        : loop.<Void>completed(null));
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
