package dataloading;

/** Some rows of a training set. Each row has features, which are numbers, and a label, which is 0 or 1. */
public final class Batch {

    private final int number;
    private final int features;
    private final double[] values;
    private final int[] labels;

    /** Takes ownership of both arrays. {@code values} contains the features of all rows, row by row. */
    Batch(int number, int features, double[] values, int... labels) {
        this.number = number;
        this.features = features;
        this.values = values;
        this.labels = labels;
    }

    /** A batch without rows. */
    static Batch empty(int number) {
        return new Batch(number, 0, new double[0]);
    }

    /** Its number in the dataset, from 1. */
    public int number() {
        return number;
    }

    /** The number of rows. */
    public int rows() {
        return labels.length;
    }

    /** The number of features in each row. */
    public int features() {
        return features;
    }

    /** A feature of a row. Both are counted from 0. */
    public double feature(int row, int feature) {
        return values[row * features + feature];
    }

    /** The label of a row. */
    public int label(int row) {
        return labels[row];
    }
}
