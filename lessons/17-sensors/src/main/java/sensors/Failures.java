package sensors;

/**
 * The failures of a device. Prints the first failure of a series, and the end of the series: a sensor that fails a
 * hundred times per second must not fill the log. Not thread-safe.
 */
final class Failures {

    private final String device;
    private int all;
    private int inSeries;

    Failures(String device) {
        this.device = device;
    }

    void failed(Throwable failure) {
        all++;
        if (inSeries++ == 0) {
            IO.println(device + " failed: " + failure.getMessage());
        }
    }

    void worked() {
        if (inSeries > 0) {
            IO.println(device + " works again, after " + inSeries + " failures");
            inSeries = 0;
        }
    }

    @Override
    public String toString() {
        return all == 0 ? "" : ", " + all + " failed";
    }
}
