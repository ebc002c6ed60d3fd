package interleave.bench;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A measured number with its confidence interval.
 *
 * @param score in {@code unit}
 * @param error half of the 99.9 % confidence interval; NaN if there were too few measurements
 * @param unit of JMH, such as {@code ms/op}, {@code ops/us} or {@code B/op}
 * @param forks how many JVMs measured it
 */
record Metric(double score, double error, String unit, int forks) {
    /** The relative difference that is assumed between two JVMs when only one was measured. */
    static final double BETWEEN_JVMS = 0.15;

    static final double WIDE = 0.5;

    static final String PLUS_MINUS = "\u00b1";
    private static final double[] SECONDS = {1e-9, 1e-6, 1e-3, 1};
    private static final String[] SECONDS_NAMES = {"ns", "us", "ms", "s"};

    /** Compares means of the same unit. */
    static final Comparator<Metric> BEST_FIRST = (one, other) ->
            one.isThroughput() ? Double.compare(other.score, one.score) : Double.compare(one.score, other.score);

    boolean isThroughput() {
        return unit.startsWith("ops/");
    }

    /** Whether it is a number of bytes. */
    boolean isMemory() {
        return unit.matches("(?i)(B|bytes)(/.*)?|[KMG]i?B.*");
    }

    boolean hasError() {
        return Double.isFinite(error);
    }

    /** The error that verdicts use: for a single JVM it is at least {@link #BETWEEN_JVMS}. */
    double uncertainty() {
        return forks >= 2 ? error : Math.max(error, BETWEEN_JVMS * Math.abs(score));
    }

    /**
     * Whether the interval is so wide that a difference of a factor of three could hide in it: its ends are more than
     * {@link #WIDE} of the score away, or unknown.
     */
    boolean isWide() {
        return !hasError() || uncertainty() > WIDE * Math.abs(score);
    }

    double least() {
        return score - uncertainty();
    }

    double most() {
        return score + uncertainty();
    }

    /** Whether the intervals overlap, so that the two are not distinguishable. */
    boolean overlaps(Metric other) {
        return !(least() > other.most() || most() < other.least());
    }

    /** The score in seconds, if it is the time of an operation. */
    Optional<Double> seconds() {
        return unit.endsWith("/op")
                ? secondsOf(unit.substring(0, unit.length() - 3)).map(one -> score * one)
                : Optional.empty();
    }

    private static Optional<Double> secondsOf(String name) {
        Optional<TimeUnit> found = switch (name) {
            case "ns" -> Optional.of(TimeUnit.NANOSECONDS);
            case "us" -> Optional.of(TimeUnit.MICROSECONDS);
            case "ms" -> Optional.of(TimeUnit.MILLISECONDS);
            case "s" -> Optional.of(TimeUnit.SECONDS);
            case "min" -> Optional.of(TimeUnit.MINUTES);
            default -> Optional.empty();
        };
        return found.map(unit -> unit.toNanos(1) / 1e9);
    }

    /** By which the score is multiplied in charts: times are in seconds there, all others in their unit. */
    double scale() {
        return score == 0 ? 1 : seconds().map(seconds -> seconds / score).orElse(1.0);
    }

    /** Formatted, such as {@code 1.8 ms}. */
    String amount() {
        return isCount() ? number(score) : number(score) + " " + name();
    }

    /** Whether it is a number of events, such as garbage collections. */
    private boolean isCount() {
        return unit.equals("counts");
    }

    /** Formatted, such as {@code 1.8 ms +- 0.2}, or {@code 1.8 ms +- ?} if the error is unknown. */
    String amountWithError() {
        return amount() + " " + PLUS_MINUS + " " + (hasError() ? number(error) : "?");
    }

    /** A value in the unit of this metric, in the format of {@link #amount}. */
    private String number(double value) {
        double shown = value * factor();
        double scale = Math.abs(score * factor());
        int digits = scale == 0 || scale >= 100 ? 0 : scale >= 10 ? 1 : scale >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%,." + digits + "f", shown);
    }

    private double factor() {
        return seconds()
                .map(seconds -> score == 0 ? 1 : seconds / score / SECONDS[power(seconds)])
                .orElse(isMemory() && unit.startsWith("B") && Math.abs(score) >= 1e5 ? 1e-6 : 1.0);
    }

    private String name() {
        return seconds()
                .map(seconds -> SECONDS_NAMES[power(seconds)])
                .orElse(
                        isMemory() && unit.startsWith("B") && Math.abs(score) >= 1e5
                                ? unit.replaceFirst("^B(ytes)?", "MB")
                                : unit);
    }

    private static int power(double seconds) {
        return seconds < 1e-6 ? 0 : seconds < 1e-3 ? 1 : seconds < 10 ? 2 : 3;
    }
}
