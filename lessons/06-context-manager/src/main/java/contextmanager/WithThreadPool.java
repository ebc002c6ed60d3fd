package contextmanager;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** As many reports at once as the pool has threads: each connection holds one from connecting to closing. */
public final class WithThreadPool implements Reporter {
    private final Database database;
    private final int threads;

    /** Reports from this database, with so many threads. */
    public WithThreadPool(Database database, int threads) {
        this.database = database;
        this.threads = threads;
    }

    @Override
    public List<Report> report(int reports, Queries queries) throws Exception {
        Callable<Report> report = () -> report(queries);
        var made = new ArrayList<Report>();
        try (var pool = Executors.newFixedThreadPool(threads)) {
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
        Arguments.of(args).simulate(database -> new WithThreadPool(database, 3));
    }
}
