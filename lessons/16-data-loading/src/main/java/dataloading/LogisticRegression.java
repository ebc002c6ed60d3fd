package dataloading;

import java.util.Arrays;
import java.util.Locale;

/**
 * A model that estimates the probability of label 1. Trains by gradient descent, several steps for each batch. Its
 * weights depend on the order of the batches. Uses {@link StrictMath}, so that they are the same on every machine.
 */
public final class LogisticRegression implements Trainer {

    private static final double RATE = 0.5;

    private final int steps;
    private final double[] weights;

    /** Takes this many steps for each batch. */
    public LogisticRegression(int features, int steps) {
        this.steps = steps;
        this.weights = new double[features];
    }

    @Override
    public boolean train(Batch batch) {
        for (int step = 0; step < steps; step++) {
            descend(batch);
        }
        return true;
    }

    private void descend(Batch batch) {
        var gradient = new double[weights.length];
        for (int row = 0; row < batch.rows(); row++) {
            double error = batch.label(row) - probability(batch, row);
            for (int feature = 0; feature < weights.length; feature++) {
                gradient[feature] += error * batch.feature(row, feature);
            }
        }
        for (int feature = 0; feature < weights.length; feature++) {
            weights[feature] += RATE * gradient[feature] / batch.rows();
        }
    }

    private double probability(Batch batch, int row) {
        double sum = 0;
        for (int feature = 0; feature < weights.length; feature++) {
            sum += weights[feature] * batch.feature(row, feature);
        }
        return 1 / (1 + StrictMath.exp(-sum));
    }

    /** The fraction of these rows that it classifies correctly, from 0 to 1. */
    public double accuracy(Batch batch) {
        int right = 0;
        for (int row = 0; row < batch.rows(); row++) {
            if (batch.label(row) == Math.round(probability(batch, row))) {
                right++;
            }
        }
        return (double) right / batch.rows();
    }

    /** A copy of its weights, one for each feature. */
    public double[] weights() {
        return weights.clone();
    }

    /** Eight hexadecimal digits that change if a single bit of a weight changes, except by chance. */
    public String fingerprint() {
        return String.format(Locale.ROOT, "%08x", Arrays.hashCode(weights));
    }
}
