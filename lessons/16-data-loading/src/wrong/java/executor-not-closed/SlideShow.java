// says: Close the pool with try-with-resources.
package dataloading;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

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
        var started = new ArrayDeque<Future<String>>();
        int next = 1;
        var threads = Executors.newFixedThreadPool(loaders);
        try {
            do {
                while (next <= album.size() && started.size() < memory) {
                    int picture = next++;
                    started.add(threads.submit(() -> album.load(picture)));
                }
            } while (!started.isEmpty() && viewer.look(started.remove().get()));
        } finally {
            started.forEach(picture -> picture.cancel(true));
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
