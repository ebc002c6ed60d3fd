package contextmanager;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Every report at once: each has a thread of its own, so cheap that a connection may hold it. */
public final class WithVirtualThreads implements Reporter {
    private final Database database;

    /** Reports from this database. */
    public WithVirtualThreads(Database database) {
        this.database = database;
    }

    @Override
    public List<Report> report(int reports, Queries queries) throws Exception {
        Callable<Report> report = () -> report(queries);
        var made = new ArrayList<Report>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var result : pool.invokeAll(Collections.nCopies(reports, report))) {
                made.add(result.get());
            }
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

    static void main(String[] args) throws Exception {
        Arguments.of(args).simulate(WithVirtualThreads::new);
    }
}
