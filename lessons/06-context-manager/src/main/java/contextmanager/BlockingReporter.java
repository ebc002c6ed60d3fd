package contextmanager;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;

/** Makes reports on the threads of an executor. Connecting, querying and closing block the thread of the report. */
final class BlockingReporter implements Reporter {
    private final Database database;
    private final ExecutorService executor;

    BlockingReporter(Database database, ExecutorService executor) {
        this.database = database;
        this.executor = executor;
    }

    @Override
    public List<Report> report(int reports, Queries queries) throws Exception {
        Callable<Report> report = () -> report(queries);
        var made = new ArrayList<Report>();
        for (var result : executor.invokeAll(Collections.nCopies(reports, report))) {
            made.add(result.get());
        }
        return made;
    }

    private Report report(Queries queries) throws InterruptedException {
        try (var connection = database.connect()) {
            String users = connection.query(queries.users());
            IO.println(users);
            String products = connection.query(queries.products());
            IO.println(products);
            return new Report(users, products);
        }
    }
}
