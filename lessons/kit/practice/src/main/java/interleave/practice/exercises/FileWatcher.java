package interleave.practice.exercises;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Tells when a small file has other content than before. The system's notifications only make it quicker: what counts
 * is the content, read a few times a second, so that no way of saving and no time stamp can fool it.
 */
public final class FileWatcher implements AutoCloseable {
    private static final int LOOK_EVERY_MILLIS = 200;
    /** An editor may write in steps: content counts when it is the same twice, so far apart. */
    private static final int SETTLED_AFTER_MILLIS = 25;

    private static final int LARGEST = 1_000_000;
    private static final byte[] GONE = {0};

    private final Path file;
    private final Runnable changed;
    private final WatchService service;
    private final Thread thread;
    private byte[] known;

    private FileWatcher(Path file, Runnable changed) throws IOException {
        this.file = file;
        this.changed = changed;
        service = file.getFileSystem().newWatchService();
        file.toAbsolutePath()
                .resolveSibling("")
                .register(
                        service,
                        StandardWatchEventKinds.ENTRY_CREATE,
                        StandardWatchEventKinds.ENTRY_MODIFY,
                        StandardWatchEventKinds.ENTRY_DELETE);
        known = content();
        thread = Thread.ofPlatform().daemon().name("watch").unstarted(this::watch);
    }

    /** Calls {@code changed}, on a thread of its own, whenever the file has been saved, emptied or deleted. */
    public static FileWatcher of(Path file, Runnable changed) throws IOException {
        var watch = new FileWatcher(file, changed);
        watch.thread.start();
        return watch;
    }

    private void watch() {
        try {
            while (true) {
                acknowledge(service.poll(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS));
                byte[] now = content();
                if (!Arrays.equals(now, known)) {
                    known = settled(now);
                    changed.run();
                }
            }
        } catch (InterruptedException | ClosedWatchServiceException closed) {
            // that is how it ends
        }
    }

    /** One that is saved anew by deleting it first, or by emptying it first, is given time to come back. */
    private byte[] settled(byte[] first) throws InterruptedException {
        byte[] before = first;
        int patience = before.length <= 1 ? 20 : 1;
        while (true) {
            Thread.sleep(SETTLED_AFTER_MILLIS);
            byte[] now = content();
            if (!Arrays.equals(now, before)) {
                before = now;
                patience = before.length <= 1 ? 20 : 1;
            } else if (--patience <= 0) {
                return now;
            }
        }
    }

    private byte[] content() {
        try {
            return Files.size(file) > LARGEST ? new byte[0] : Files.readAllBytes(file);
        } catch (IOException gone) {
            return GONE;
        }
    }

    private static void acknowledge(@Nullable WatchKey key) {
        if (key != null) {
            key.pollEvents();
            key.reset();
        }
    }

    @Override
    public void close() throws IOException {
        service.close();
        thread.interrupt();
    }
}
