package downloads;

import downloads.transfer.FileDownloader;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Downloads as many files at once as the pool has threads. The others wait in the queue of the pool. */
public final class WithThreadPool implements Downloader {

    private final FileDownloader files;
    private final int atOnce;
    private final Consumer<Result> report;

    /** Downloads each file with {@code files}, at most {@code atOnce} for each call, and reports each result. */
    public WithThreadPool(FileDownloader files, int atOnce, Consumer<Result> report) {
        this.files = files;
        this.atOnce = atOnce;
        this.report = report;
    }

    @Override
    public List<Result> downloadAll(List<URI> addresses) throws Exception {
        var downloads = addresses.stream()
                .<Callable<Result>>map(address -> () -> download(address))
                .toList();
        var results = new ArrayList<Result>();
        try (var pool = Executors.newFixedThreadPool(atOnce)) {
            for (var downloaded : pool.invokeAll(downloads)) {
                results.add(downloaded.get());
            }
        }
        return results;
    }

    private Result download(URI address) throws InterruptedException {
        Result result;
        try {
            result = new Result.Saved(address, files.download(address));
        } catch (IOException failure) {
            result = Result.failed(address, failure);
        }
        report.accept(result);
        return result;
    }

    static void main(String[] args) throws Exception {
        Example.of(args).run(WithThreadPool::new);
    }
}
