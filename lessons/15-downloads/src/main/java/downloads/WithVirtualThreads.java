package downloads;

import downloads.transfer.FileDownloader;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** Downloads each file on its own virtual thread. A semaphore limits how many of them work at once. */
public final class WithVirtualThreads implements Downloader {

    private final FileDownloader files;
    private final Semaphore permits;
    private final Consumer<Result> report;

    /** Downloads each file with {@code files}, at most {@code atOnce} for all calls, and reports each result. */
    public WithVirtualThreads(FileDownloader files, int atOnce, Consumer<Result> report) {
        this.files = files;
        this.permits = new Semaphore(atOnce);
        this.report = report;
    }

    @Override
    public List<Result> downloadAll(List<URI> addresses) throws Exception {
        var downloads = addresses.stream()
                .<Callable<Result>>map(address -> () -> download(address))
                .toList();
        var results = new ArrayList<Result>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var downloaded : threads.invokeAll(downloads)) {
                results.add(downloaded.get());
            }
        }
        return results;
    }

    private Result download(URI address) throws InterruptedException {
        Result result;
        permits.acquire();
        try {
            result = new Result.Saved(address, files.download(address));
        } catch (IOException failure) {
            result = Result.failed(address, failure);
        } finally {
            permits.release();
        }
        report.accept(result);
        return result;
    }

    static void main(String[] args) throws Exception {
        Example.of(args).run(WithVirtualThreads::new);
    }
}
