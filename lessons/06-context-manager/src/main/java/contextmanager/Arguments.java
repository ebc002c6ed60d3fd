package contextmanager;

import contextmanager.Reporter.Queries;
import contextmanager.SimulatedDatabase.Fault;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

/**
 * The arguments of every version's {@code main}, in any order.
 *
 * @param reports how many reports are made
 * @param faults how the simulated database fails
 */
record Arguments(int reports, Set<Fault> faults) {

    /** @throws IllegalArgumentException when an argument is neither a number nor a fault */
    static Arguments of(String... words) {
        int reports = 1;
        var faults = EnumSet.noneOf(Fault.class);
        for (String word : words) {
            switch (word) {
                case "query-fails" -> faults.add(Fault.QUERY_FAILS);
                case "close-fails" -> faults.add(Fault.CLOSE_FAILS);
                default -> reports = number(word);
            }
        }
        return new Arguments(reports, faults);
    }

    private static int number(String word) {
        if (!word.matches("[1-9]\\d{0,5}")) {
            throw new IllegalArgumentException("Unknown argument '" + word + "' for the simulated database.\n"
                    + "It accepts a number of reports (1 to 999999), query-fails and close-fails.");
        }
        return Integer.parseInt(word);
    }

    /** Makes the reports, and prints the failures that were requested. */
    void run(Function<SimulatedDatabase, Reporter> version) throws Exception {
        try {
            version.apply(new SimulatedDatabase(faults)).report(reports, Queries.OF_THE_ARTICLE);
        } catch (DatabaseException failure) {
            print(failure);
        } catch (ExecutionException failure) {
            print(failure.getCause());
        }
    }

    private static void print(Throwable failure) {
        IO.println("Failed: " + failure.getMessage());
        for (Throwable suppressed : failure.getSuppressed()) {
            IO.println("Suppressed: " + suppressed.getMessage());
        }
    }
}
