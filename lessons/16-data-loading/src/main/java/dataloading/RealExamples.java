package dataloading;

import static java.time.Duration.ofMillis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Trains a model on 40 real files. */
final class RealExamples {

    private static final int BATCHES = 40;
    private static final int STEPS = 20;
    private static final long SEED = 16;

    private static final TrainingData DATA = new TrainingData(SEED, 500);

    private RealExamples() {}

    static void localText(Epoch version) throws Exception {
        Path folder = written(FileFormat.TEXT);
        try {
            train(version, new FileDataset(folder, FileFormat.TEXT, SEED));
        } finally {
            delete(folder);
        }
    }

    static void remoteBinary(Epoch version) throws Exception {
        Path folder = written(FileFormat.BINARY);
        try {
            train(version, new RemoteDataset(new FileDataset(folder, FileFormat.BINARY, SEED), ofMillis(20)));
        } finally {
            delete(folder);
        }
    }

    private static Path written(FileFormat format) throws IOException {
        Path folder = Files.createTempDirectory("batches");
        DATA.writeTo(folder, BATCHES, format);
        return folder;
    }

    private static void train(Epoch version, Dataset data) throws Exception {
        var model = new LogisticRegression(TrainingData.FEATURES, STEPS);
        version.run(data, model);
        Batch unseen = DATA.batch(0);
        IO.println(String.format(
                Locale.ROOT,
                "Model %s is right for %.1f %% of %d new rows",
                model.fingerprint(),
                100 * model.accuracy(unseen),
                unseen.rows()));
    }

    private static void delete(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(folder)) {
            files = found.toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
        Files.delete(folder);
    }
}
