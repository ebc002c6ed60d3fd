package interleave.practice.exercises;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Notifies when the content of a student's file has changed, or that of a helper class next to it. It compares the
 * content a few times per second, because file systems and editors differ in time stamps and events. Notifications of
 * the file system only make it faster, and it goes on without them where the system has none left.
 */
public final class FileWatcher implements AutoCloseable {
    private static final int POLL_MILLIS = 200;
    /** An editor may write in steps. Content is final when it is the same twice, this far apart. */
    private static final int SETTLE_MILLIS = 25;

    private final Path file;
    private final Runnable changed;
    private final Optional<WatchService> notifications;
    private final Thread thread;
    private AnswerSources known;

    /** Opens a watch service; throws an exception where the system refuses one. */
    interface Source {
        WatchService open() throws IOException;
    }

    private FileWatcher(Path file, Runnable changed, Source source) {
        this.file = file;
        this.changed = changed;
        notifications = notifications(file.toAbsolutePath().resolveSibling(""), source);
        known = AnswerSources.read(file);
        thread = Thread.ofPlatform().daemon().name("watch").unstarted(this::watch);
    }

    /**
     * Calls {@code changed} on a separate thread each time the file, or another Java file in its folder, has been
     * saved, emptied or deleted.
     */
    public static FileWatcher of(Path file, Runnable changed) {
        return of(file, changed, file.getFileSystem()::newWatchService);
    }

    static FileWatcher of(Path file, Runnable changed, Source source) {
        var watch = new FileWatcher(file, changed, source);
        watch.thread.start();
        return watch;
    }

    /** Whether the file system notifies of changes in this folder. */
    public static boolean isNotified(Path folder) throws IOException {
        Optional<WatchService> service = notifications(folder, folder.getFileSystem()::newWatchService);
        if (service.isPresent()) {
            service.get().close();
        }
        return service.isPresent();
    }

    /** Whether the file system notifies of changes. Without notifications, a save is noticed a moment later. */
    public boolean isNotified() {
        return notifications.isPresent();
    }

    private static Optional<WatchService> notifications(Path folder, Source source) {
        try {
            WatchService service = source.open();
            return register(folder, service) ? Optional.of(service) : Optional.empty();
        } catch (IOException | UnsupportedOperationException refused) {
            return Optional.empty();
        }
    }

    /** Closes the service if the folder cannot be watched. */
    private static boolean register(Path folder, WatchService service) throws IOException {
        try {
            folder.register(
                    service,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY,
                    StandardWatchEventKinds.ENTRY_DELETE);
            return true;
        } catch (IOException refused) {
            service.close();
            return false;
        }
    }

    private void watch() {
        try {
            while (true) {
                awaitNotification();
                AnswerSources now = AnswerSources.read(file);
                if (!now.equals(known)) {
                    known = settled(now);
                    changed.run();
                }
            }
        } catch (InterruptedException | ClosedWatchServiceException closed) {
            // close() was called
        }
    }

    /** Waits until the content stays the same, longer if the file is empty or missing: some editors delete it first. */
    private AnswerSources settled(AnswerSources first) throws InterruptedException {
        AnswerSources before = first;
        int checksLeft = before.isEmpty() ? 20 : 1;
        while (true) {
            Thread.sleep(SETTLE_MILLIS);
            AnswerSources now = AnswerSources.read(file);
            if (!now.equals(before)) {
                before = now;
                checksLeft = before.isEmpty() ? 20 : 1;
            } else if (--checksLeft <= 0) {
                return now;
            }
        }
    }

    private void awaitNotification() throws InterruptedException {
        if (notifications.isPresent()) {
            acknowledge(notifications.get().poll(POLL_MILLIS, TimeUnit.MILLISECONDS));
        } else {
            Thread.sleep(POLL_MILLIS);
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
        if (notifications.isPresent()) {
            notifications.get().close();
        }
        thread.interrupt();
    }
}
