package dataloading;

import java.io.IOException;
import java.time.Duration;
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
        var shelf = new Shelf(album.size(), memory);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                for (int loader = 0; loader < loaders; loader++) {
                    threads.submit(() -> {
                        for (int number = shelf.next(); number <= album.size(); number = shelf.next()) {
                            try {
                                shelf.put(number, album.load(number));
                            } catch (IOException damaged) {
                                shelf.put(number, damaged);
                            }
                        }
                        return null;
                    });
                }
                for (int number = 1; number <= album.size(); number++) {
                    Object picture = shelf.take(number);
                    if (picture instanceof IOException damaged) {
                        throw damaged;
                    }
                    if (!viewer.look((String) picture)) {
                        return;
                    }
                    shelf.shown();
                }
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private static final class Shelf {
        private final Object[] places;
        private final int memory;
        private int begun;
        private int shown;

        Shelf(int pictures, int memory) {
            this.places = new Object[pictures + 1];
            this.memory = memory;
        }

        synchronized int next() throws InterruptedException {
            while (begun - shown >= memory) {
                wait();
            }
            begun++;
            return begun;
        }

        synchronized void put(int number, Object picture) {
            places[number] = picture;
            notifyAll();
        }

        synchronized Object take(int number) throws InterruptedException {
            while (places[number] == null) {
                wait();
            }
            return places[number];
        }

        synchronized void shown() {
            shown++;
            notifyAll();
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
