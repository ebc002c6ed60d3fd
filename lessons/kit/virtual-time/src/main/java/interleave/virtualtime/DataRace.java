package interleave.virtualtime;

import java.util.List;

/** A data race that a search has found, if {@link ScheduleSearch#findRaces} was called. Its message is the report. */
public final class DataRace extends AssertionError {
    private static final long serialVersionUID = 1;

    DataRace(List<String> reports) {
        super(String.join(System.lineSeparator(), reports));
        setStackTrace(new StackTraceElement[0]); // the report has the lines that matter
    }
}
