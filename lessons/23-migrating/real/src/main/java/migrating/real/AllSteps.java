package migrating.real;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** Writes the report with each step, on real sources, and prints how long it takes. */
final class AllSteps {

    private static final int CONNECTIONS = 10;
    private static final Currency CURRENCY = Currency.getInstance("CHF");

    private AllSteps() {}

    static void main(String[] args) throws Exception {
        int shops = shops(args);
        try (var sources = new RealSources(shops, CONNECTIONS, Latencies.TENTH)) {
            Step.SEQUENTIAL.version(CONNECTIONS).write(sources.sources(), CURRENCY, line -> {}); // loads the classes
            List<String> original = lines(Step.SEQUENTIAL, sources);
            for (Step step : Step.values()) {
                long start = System.nanoTime();
                var lines = lines(step, sources);
                print(step, System.nanoTime() - start, lines.equals(original));
            }
        }
    }

    private static List<String> lines(Step step, RealSources sources) throws Exception {
        var lines = new ArrayList<String>();
        step.version(CONNECTIONS).write(sources.sources(), CURRENCY, lines::add);
        return lines;
    }

    private static void print(Step step, long nanos, boolean equal) {
        IO.println(String.format(
                Locale.ROOT,
                "%-18s %5d ms, %s",
                step.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                nanos / 1_000_000,
                equal ? "the same report" : "ANOTHER REPORT"));
    }

    private static int shops(String... args) {
        if (args.length == 0) {
            return 40;
        }
        if (args.length == 1 && args[0].matches("[1-9]\\d{0,2}")) {
            return Integer.parseInt(args[0]);
        }
        throw new IllegalArgumentException("Unknown arguments '" + String.join(" ", args)
                + "'. After --, this version accepts a number of shops, 1 to 999.");
    }
}
