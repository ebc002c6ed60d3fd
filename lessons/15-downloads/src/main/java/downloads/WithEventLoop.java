package downloads;

import downloads.transfer.FileDownloader;
import interleave.eventloop.AsyncSemaphore;
import interleave.eventloop.EventLoop;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Downloads all files on one thread, which is notified when bytes arrive. Other threads write them to the disk. */
public final class WithEventLoop implements Downloader {

    private final FileDownloader files;
    private final int atOnce;
    private final Consumer<Result> report;

    /** Downloads each file with {@code files}, at most {@code atOnce} for each call, and reports each result. */
    public WithEventLoop(FileDownloader files, int atOnce, Consumer<Result> report) {
        this.files = files;
        this.atOnce = atOnce;
        this.report = report;
    }

    @Override
    public List<Result> downloadAll(List<URI> addresses) throws Exception {
        return EventLoop.run(loop -> {
            var permits = new AsyncSemaphore(loop, atOnce);
            var downloads = addresses.stream()
                    .map(address -> loop.createTask(
                            address.getPath(), () -> permits.withPermit(() -> download(loop, address))));
            return loop.gather(downloads.toList());
        });
    }

    private CompletionStage<Result> download(EventLoop loop, URI address) {
        return files.download(loop, address)
                .<Result>thenApply(file -> new Result.Saved(address, file))
                .exceptionally(wrapped -> failed(address, wrapped))
                .thenApply(result -> {
                    report.accept(result);
                    return result;
                });
    }

    private static Result failed(URI address, Throwable wrapped) {
        if (wrapped.getCause() instanceof IOException failure) {
            return Result.failed(address, failure);
        }
        throw new CompletionException(wrapped.getCause());
    }

    static void main(String[] args) throws Exception {
        Example.of(args).run(WithEventLoop::new);
    }
}
