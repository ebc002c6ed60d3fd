package interleave.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * A logarithmic axis: equal factors have equal distances.
 *
 * @param from the value at {@code start}
 * @param to the value at {@code end}
 * @param start in pixels
 * @param end in pixels; less than {@code start} for a vertical axis
 */
record Axis(double from, double to, double start, double end) {

    /** An axis that contains these values. Ignores values that are not finite or not greater than 0. */
    static Axis around(DoubleStream values, double start, double end) {
        double[] sorted = values.filter(value -> value > 0 && Double.isFinite(value))
                .sorted()
                .toArray();
        double least = sorted.length == 0 ? 1 : sorted[0];
        double most = sorted.length == 0 ? 10 : sorted[sorted.length - 1];
        double margin = Math.max(0.06 * Math.log10(most / least), 0.12);
        return new Axis(least / Math.pow(10, margin), most * Math.pow(10, margin), start, end);
    }

    /** The position of a value, in pixels. Values outside the axis are placed at its nearest end. */
    double place(double value) {
        double part = value <= from ? 0 : Math.log(value / from) / Math.log(to / from);
        return start + Math.min(1, part) * (end - start);
    }

    /** Powers of ten; if there are fewer than two of them, also twice and five times these powers. */
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
