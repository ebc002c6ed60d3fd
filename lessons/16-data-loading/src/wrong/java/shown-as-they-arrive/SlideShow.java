// says: Expected "Showing picture 5", but it was "Showing picture 6".
package dataloading;

import java.time.Duration;
import java.util.concurrent.ExecutorCompletionService;
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
        try (var threads = Executors.newFixedThreadPool(loaders)) {
            var loaded = new ExecutorCompletionService<String>(threads);
            try {
                int next = 1;
                int started = 0;
                do {
                    while (next <= album.size() && started < memory) {
                        int picture = next++;
                        loaded.submit(() -> album.load(picture));
                        started++;
                    }
                } while (started-- > 0 && viewer.look(loaded.take().get()));
            } finally {
                threads.shutdownNow();
            }
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
