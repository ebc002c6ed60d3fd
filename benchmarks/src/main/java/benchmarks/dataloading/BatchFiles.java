package benchmarks.dataloading;

import dataloading.Dataset;
import dataloading.Epoch;
import dataloading.FileDataset;
import dataloading.FileFormat;
import dataloading.LogisticRegression;
import dataloading.RemoteDataset;
import dataloading.Sequential;
import dataloading.TrainingData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Twenty real files in a temporary folder, and the model that an epoch must train. */
final class BatchFiles implements AutoCloseable {

    private static final int BATCHES = 20;
    private static final int STEPS = 150;
    private static final long SEED = 16;

    private final Path folder;
    private final Dataset data;
    private final String model;

    private BatchFiles(FileFormat format, Duration latency) throws Exception {
        folder = Files.createTempDirectory("batches");
        new TrainingData(SEED, 500).writeTo(folder, BATCHES, format);
        data = new RemoteDataset(new FileDataset(folder, format, SEED), latency);
        model = trained(new Sequential());
    }

    /** Each file arrives after 5 ms, and decoding it is a copy. */
    static BatchFiles thatWait() throws Exception {
        return new BatchFiles(FileFormat.BINARY, Duration.ofMillis(5));
    }

    /** Each file is there at once, and its text has to be decoded. */
    static BatchFiles thatCompute() throws Exception {
        return new BatchFiles(FileFormat.TEXT, Duration.ZERO);
    }

    /** Trains a model on all files. The version must not change it. */
    void train(Epoch version) throws Exception {
        String trained = trained(version);
        if (!trained.equals(model)) {
            throw new AssertionError("Expected model " + model + ", but trained " + trained);
        }
    }

    private String trained(Epoch version) throws Exception {
        var trained = new LogisticRegression(TrainingData.FEATURES, STEPS);
        version.run(data, trained);
        return trained.fingerprint();
    }

    @Override
    public void close() throws IOException {
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
