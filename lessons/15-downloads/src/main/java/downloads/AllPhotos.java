package downloads;

import java.time.Duration;
import java.util.Locale;

/** Downloads all photos of the museum. */
record AllPhotos(int count) implements Example {

    @Override
    public void run(Version version, Opener opener) throws Exception {
        try (var museum = Museum.open(count);
                var folder = new TemporaryFolder();
                var progress = Progress.of(count);
                var files = opener.open(folder.path(), PATIENCE, progress::received)) {
            long begin = System.nanoTime();
            var results = version.of(files, Museum.AT_ONCE, progress::finished).downloadAll(museum.addresses());
            var time = Duration.ofNanos(System.nanoTime() - begin);
            progress.clear();
            IO.println(String.format(
                    Locale.ROOT,
                    "%d of %d files in %.1f s, at most %d at once",
                    RealAddresses.saved(results),
                    count,
                    time.toMillis() / 1000.0,
                    museum.peak()));
            IO.println(museum.damaged(folder.path()) + " files are damaged");
        }
    }
}
