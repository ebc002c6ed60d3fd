package contextmanager;

import java.util.List;
import java.util.concurrent.Executors;

/** Makes all reports at the same time, each on its own virtual thread, which is cheap to block. */
public final class WithVirtualThreads implements Reporter {
    private final Database database;

    /** Creates a reporter that uses this database. */
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
