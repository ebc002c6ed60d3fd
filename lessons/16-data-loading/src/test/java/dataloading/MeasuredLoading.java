package dataloading;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Measures epochs over 40 real files, all versions in turn, and prints the best and the median time of each, and how
 * long the trainer was idle: with local text, whose decoding computes, and with binary files that arrive after 10 ms.
 * The argument is a folder for the files.
 */
final class MeasuredLoading {

    private static final int ROUNDS = 40;
    private static final int BATCHES = 40;
    private static final int STEPS = 60;
    private static final TrainingData DATA = new TrainingData(16, 500);

    private final long[] times = new long[ROUNDS];
    private final long[] idle = new long[ROUNDS];

    private MeasuredLoading() {}

    static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        var text = Files.createDirectories(folder.resolve("text"));
        var binary = Files.createDirectories(folder.resolve("binary"));
        DATA.writeTo(text, BATCHES, FileFormat.TEXT);
        DATA.writeTo(binary, BATCHES, FileFormat.BINARY);
        var waiting = new RemoteDataset(new FileDataset(binary, FileFormat.BINARY, 1), Duration.ofMillis(10));
        print("loading waits", waiting);
        print("loading computes", new FileDataset(text, FileFormat.TEXT, 1));
    }

    private static Map<String, Epoch> versions() {
        Map<String, Epoch> versions = new LinkedHashMap<>();
        versions.put("sequential", new Sequential());
        versions.put("one ahead", new OneAhead());
        versions.put("pool of 2", new WithThreadPool(2, 2));
        versions.put("pool of 4", new WithThreadPool(4, 4));
        versions.put("pool of 8", new WithThreadPool(8, 8));
        versions.put("pool of 32", new WithThreadPool(32, 32));
        versions.put("virtual threads 4", new WithVirtualThreads(4));
        versions.put("event loop 4", new WithEventLoop(4));
        versions.put("all at once", new AllAtOnce());
        return versions;
    }

    private static void print(String title, Dataset data) throws Exception {
        IO.println(title);
        var measured = new LinkedHashMap<String, MeasuredLoading>();
        versions().keySet().forEach(name -> measured.put(name, new MeasuredLoading()));
        for (int round = -10; round < ROUNDS; round++) {
            for (var version : versions().entrySet()) {
                measured.get(version.getKey()).run(round, version.getValue(), data);
            }
        }
        measured.forEach((name, measurement) -> measurement.print(name));
    }

    private void run(int round, Epoch version, Dataset data) throws Exception {
        var trainer = new IdleTime(new LogisticRegression(TrainingData.FEATURES, STEPS));
        long start = System.nanoTime();
        version.run(data, trainer);
        if (round >= 0) {
            times[round] = System.nanoTime() - start;
            idle[round] = trainer.total().toNanos();
        }
    }

    private void print(String name) {
        Arrays.sort(times);
        Arrays.sort(idle);
        IO.println(String.format(
                Locale.ROOT,
                "%-18s best %.0f ms, median %.0f ms, 90 %% %.0f ms; idle: median %.0f ms",
                name,
                times[0] / 1e6,
                times[ROUNDS / 2] / 1e6,
                times[ROUNDS * 9 / 10] / 1e6,
                idle[ROUNDS / 2] / 1e6));
    }
}
