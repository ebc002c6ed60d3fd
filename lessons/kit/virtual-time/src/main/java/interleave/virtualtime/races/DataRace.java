package interleave.virtualtime.races;

import java.util.List;

/** A data race that a search has found, if {@code ScheduleSearch.findRaces} was called. Its message is the report. */
public final class DataRace extends AssertionError {
    private static final long serialVersionUID = 1;

    public DataRace(List<String> reports) {
        super(String.join(System.lineSeparator(), reports));
        setStackTrace(new StackTraceElement[0]); // the report has the lines that matter
    }
}
