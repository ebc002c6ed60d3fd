package downloads;

import downloads.transfer.FileDownloader;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Downloads one file after the other. */
public final class Sequential implements Downloader {

    private final FileDownloader files;
    private final Consumer<Result> report;

    /** Downloads each file with {@code files}, and reports each result. */
    public Sequential(FileDownloader files, Consumer<Result> report) {
        this.files = files;
        this.report = report;
    }

    @Override
    public List<Result> downloadAll(List<URI> addresses) throws InterruptedException {
        var results = new ArrayList<Result>();
        for (URI address : addresses) {
            results.add(download(address));
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
        Example.of(args).run((files, atOnce, report) -> new Sequential(files, report));
    }
}
