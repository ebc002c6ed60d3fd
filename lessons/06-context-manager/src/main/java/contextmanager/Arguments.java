package contextmanager;

import static java.time.Duration.ofMillis;

import contextmanager.Reporter.Queries;
import contextmanager.SimulatedDatabase.Fault;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

/**
 * What may stand behind the {@code --} of the command line, in any order.
 *
 * @param reports how many are made
 * @param faults what goes wrong in the simulated database
 * @param url of the real database, for the versions that use one
 */
record Arguments(OptionalInt reports, Set<Fault> faults, Optional<String> url) {

    /** How many connections a pool of real ones has. */
    static final int CONNECTIONS = 3;

    /** @throws BadArgument when a word means nothing */
    static Arguments of(String... words) {
        var reports = OptionalInt.empty();
        var faults = EnumSet.noneOf(Fault.class);
        var url = Optional.<String>empty();
        for (Iterator<String> rest = Arrays.asList(words).iterator(); rest.hasNext(); ) {
            String word = rest.next();
            switch (word) {
                case "query-fails" -> faults.add(Fault.QUERY_FAILS);
                case "close-fails" -> faults.add(Fault.CLOSE_FAILS);
                case "--database" -> url = Optional.of(rest.hasNext() ? rest.next() : "");
                default -> reports = OptionalInt.of(number(word));
            }
        }
        return new Arguments(reports, faults, url);
    }

    private static int number(String word) {
        if (!word.matches("[1-9]\\d{0,5}")) {
            throw new BadArgument(
                    "'" + word + "' means nothing to this lesson. Behind -- it takes a number of reports,",
                    "query-fails and close-fails to break the simulated database, and --database URL for a real one.");
        }
        return Integer.parseInt(word);
    }

    /** The database server that a real version talks to. */
    DatabaseServer server() {
        return url.isPresent() ? PostgresAddress.parse(url.get(), System.getenv()) : new InMemoryServer();
    }

    /** Makes the article's one report, or as many as asked for; what was made to fail is printed. */
    void simulate(Function<SimulatedDatabase, Reporter> version) throws Exception {
        try {
            version.apply(new SimulatedDatabase(faults)).report(reports.orElse(1), Queries.OF_THE_ARTICLE);
        } catch (DatabaseException failure) {
            print(failure);
        } catch (ExecutionException failure) {
            print(failure.getCause());
        }
    }

    /** Makes three reports, or as many as asked for, from a real database that takes half a second for each answer. */
    void run(Reporter version) throws Exception {
        version.report(reports.orElse(CONNECTIONS), DatabaseServer.queries(ofMillis(500)));
    }

    private static void print(Throwable failure) {
        IO.println("Failed: " + failure.getMessage());
        for (Throwable suppressed : failure.getSuppressed()) {
            IO.println("Suppressed: " + suppressed.getMessage());
        }
    }
}
