package contextmanager;

import java.util.ArrayList;
import java.util.List;

/** Makes one report after the other, and closes each connection before it opens the next. */
public final class Sequential implements Reporter {
    private final Database database;

    /** Creates a reporter that uses this database. */
    public Sequential(Database database) {
        this.database = database;
    }

    @Override
    public List<Report> report(int reports, Queries queries) throws InterruptedException {
        var made = new ArrayList<Report>();
        for (int i = 0; i < reports; i++) {
            made.add(report(queries));
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
        Arguments.of(args).run(Sequential::new);
    }
}
