package dataloading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Rows whose features are random numbers, and whose labels follow a hidden rule, with some noise. The same seed gives
 * the same rows.
 */
public final class TrainingData {

    /** How many features each row has. */
    public static final int FEATURES = 20;

    private static final double NOISE = 0.3;

    private final long seed;
    private final int rows;
    private final double[] rule;

    /** Batches of this many rows. */
    public TrainingData(long seed, int rows) {
        this.seed = seed;
        this.rows = rows;
        this.rule = new SplittableRandom(seed).doubles(FEATURES, -1, 1).toArray();
    }

    /** Generates a batch. Its rows depend only on the seed and on its number. */
    public Batch batch(int number) {
        var random = new SplittableRandom(seed * 1_000_003 + number);
        var values = random.doubles((long) rows * FEATURES, -1, 1).toArray();
        var labels = new int[rows];
        for (int row = 0; row < rows; row++) {
            double sum = random.nextDouble(-NOISE, NOISE);
            for (int feature = 0; feature < FEATURES; feature++) {
                sum += rule[feature] * values[row * FEATURES + feature];
            }
            labels[row] = sum > 0 ? 1 : 0;
        }
        return new Batch(number, FEATURES, values, labels);
    }

    /** Writes the batches from 1 to {@code count} into a folder, one file for each. */
    public void writeTo(Path folder, int count, FileFormat format) throws IOException {
        for (int number = 1; number <= count; number++) {
            Path file = folder.resolve(String.format(Locale.ROOT, "batch-%04d%s", number, format.suffix()));
            Files.write(file, format.encode(batch(number)));
        }
    }
}
