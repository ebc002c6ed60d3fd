package contextmanager;

import java.util.List;
import java.util.concurrent.Executors;

/** Makes as many reports at the same time as the pool has threads. A report occupies its thread until the end. */
public final class WithThreadPool implements Reporter {
    private final Database database;
    private final int threads;

    /** Creates a reporter that uses this database, and a pool with this many threads. */
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
