package debugging.importer;

import interleave.eventloop.EventLoop;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

/** The import, repaired: no thread holds a lock while it waits for the name server, and the loop writes no file. */
public final class RepairedImporter extends SlowImporter {
    private final ExecutorService writer;

    /** @param writer has one thread, which is the only one that uses the index */
    RepairedImporter(ExecutorService writer) {
        super(new ConcurrentNames());
        this.writer = writer;
    }

    /** Takes the same argument as {@link SlowImporter}. */
    public static void main(String[] args) throws Exception {
        try (var writer = pool("writer-", 1)) {
            new RepairedImporter(writer).run(args);
        }
    }

    @Override
    CompletableFuture<Integer> store(List<String> lines, EventLoop loop) {
        return loop.toThread(writer, () -> add(lines));
    }
}
