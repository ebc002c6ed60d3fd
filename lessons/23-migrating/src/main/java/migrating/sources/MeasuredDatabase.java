package migrating.sources;

import java.sql.SQLException;
import java.time.Duration;

/** Measures how long a program waits for a connection of a database. Thread-safe. */
public final class MeasuredDatabase implements Database {

    private final Database database;
    private Duration longest = Duration.ZERO;
    private Duration total = Duration.ZERO;
    private int waits;

    /** Measures this database. */
    public MeasuredDatabase(Database database) {
        this.database = database;
    }

    @Override
    public Connection connect() throws SQLException, InterruptedException {
        long asked = System.nanoTime();
        var connection = database.connect();
        add(Duration.ofNanos(System.nanoTime() - asked));
        return connection;
    }

    private synchronized void add(Duration wait) {
        longest = wait.compareTo(longest) > 0 ? wait : longest;
        total = total.plus(wait);
        waits++;
    }

    /** The longest wait so far. */
    public synchronized Duration longest() {
        return longest;
    }

    /** The mean of all waits so far, including waits of zero length. */
    public synchronized Duration mean() {
        return waits == 0 ? Duration.ZERO : total.dividedBy(waits);
    }
}
