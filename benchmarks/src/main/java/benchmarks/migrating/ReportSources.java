package benchmarks.migrating;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import migrating.MorningReport;
import migrating.Sequential;
import migrating.real.RealSources;

/** Writes reports on real sources, and compares them with that of the original program before anything is timed. */
final class ReportSources implements AutoCloseable {

    private static final Currency CURRENCY = Currency.getInstance("CHF");

    private final RealSources sources;

    /** Takes ownership of these sources. */
    ReportSources(RealSources sources) {
        this.sources = sources;
    }

    /** Throws an {@link AssertionError} if a version writes another report than the original program. */
    void check(MorningReport version) throws Exception {
        List<String> expected = write(new Sequential());
        List<String> actual = write(version);
        if (!actual.equals(expected)) {
            throw new AssertionError("Expected " + version.getClass().getSimpleName() + " to write " + expected
                    + ", but it wrote " + actual);
        }
    }

    List<String> write(MorningReport version) throws Exception {
        var lines = new ArrayList<String>();
        version.write(sources.sources(), CURRENCY, lines::add);
        return lines;
    }

    @Override
    public void close() throws SQLException, IOException {
        sources.close();
    }
}
