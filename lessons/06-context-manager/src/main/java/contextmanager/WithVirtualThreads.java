package contextmanager;

import java.util.List;
import java.util.concurrent.Executors;

/** Every report at once: each has a virtual thread of its own, cheap enough to block until the connection is closed. */
public final class WithVirtualThreads implements Reporter {
    private final Database database;

    /** Reports from this database. */
    public WithVirtualThreads(Database database) {
        this.database = database;
    }

    @Override
    public List<Report> report(int reports, Queries queries) throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            return new BlockingReporter(database, executor).report(reports, queries);
        }
    }

    static void main(String[] args) throws Exception {
        Arguments.of(args).run(WithVirtualThreads::new);
    }
}
