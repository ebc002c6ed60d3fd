package contextmanager;

import java.util.List;
import java.util.concurrent.Executors;

/** As many reports at once as the pool has threads: each connection occupies one from connecting to closing. */
public final class WithThreadPool implements Reporter {
    private final Database database;
    private final int threads;

    /** Reports from this database, on a pool of this many threads. */
    public WithThreadPool(Database database, int threads) {
        this.database = database;
        this.threads = threads;
    }

    @Override
    public List<Report> report(int reports, Queries queries) throws Exception {
        try (var pool = Executors.newFixedThreadPool(threads)) {
            return new BlockingReporter(database, pool).report(reports, queries);
        }
    }

    static void main(String[] args) throws Exception {
        Arguments.of(args).run(database -> new WithThreadPool(database, 3));
    }
}
