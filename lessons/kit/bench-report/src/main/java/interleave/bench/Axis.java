package interleave.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * A logarithmic axis, which shows a tenfold difference as the same distance everywhere.
 *
 * @param from a power of ten, or near the smallest value
 * @param start where {@code from} stands, in pixels
 * @param end where {@code to} stands, in pixels
 */
record Axis(double from, double to, double start, double end) {

    /** Wide enough for these values; all of them are greater than 0. */
    static Axis around(DoubleStream values, double start, double end) {
        double[] sorted = values.filter(value -> value > 0 && Double.isFinite(value))
                .sorted()
                .toArray();
        double least = sorted.length == 0 ? 1 : sorted[0];
        double most = sorted.length == 0 ? 10 : sorted[sorted.length - 1];
        double margin = Math.max(0.06 * Math.log10(most / least), 0.12);
        return new Axis(least / Math.pow(10, margin), most * Math.pow(10, margin), start, end);
    }

    /** In pixels; what is too small to be shown stands at the start. */
    double place(double value) {
        double part = value <= from ? 0 : Math.log(value / from) / Math.log(to / from);
        return start + Math.min(1, part) * (end - start);
    }

    /** Powers of ten; where there are fewer than two of them, also their twofold and fivefold. */
    List<Double> ticks() {
        List<Double> tens = ticks(new double[] {1});
        return tens.size() >= 2 ? tens : ticks(new double[] {1, 2, 5});
    }

    private List<Double> ticks(double[] multiples) {
        var ticks = new ArrayList<Double>();
        for (int power = (int) Math.floor(Math.log10(from)); power <= Math.ceil(Math.log10(to)); power++) {
            for (double multiple : multiples) {
                double tick = multiple * Math.pow(10, power);
                if (tick >= from && tick <= to) {
                    ticks.add(tick);
                }
            }
        }
        return ticks;
    }
}
