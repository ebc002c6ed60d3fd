package downloads;

import downloads.transfer.FileDownloader;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** The versions of this lesson. */
enum Versions implements Example.Version {
    SEQUENTIAL((files, atOnce, report) -> new Sequential(files, report)),
    THREAD_POOL(WithThreadPool::new),
    EVENT_LOOP(WithEventLoop::new),
    VIRTUAL_THREADS(WithVirtualThreads::new);

    private final Example.Version version;

    Versions(Example.Version version) {
        this.version = version;
    }

    @Override
    public Downloader of(FileDownloader files, int atOnce, Consumer<Result> report) {
        return version.of(files, atOnce, report);
    }

    /** Addresses of photos that do not exist on any server. */
    static List<URI> addresses(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> URI.create("http://museum/photo-" + number + ".jpg"))
                .toList();
    }
}
