package benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A process that prints by how many nanoseconds its sleepers overslept, and how many bytes it held at most. */
final class TimedSleepers {

    static void main(String[] arguments) throws Exception {
        int tasks = Integer.parseInt(arguments[1]);
        var sleep = Duration.parse(arguments[2]);
        long start = System.nanoTime();
        int gathered = Sleepers.valueOf(arguments[0]).gather(tasks, sleep);
        long over = System.nanoTime() - start - sleep.toNanos();
        if (gathered != tasks || over < 0) {
            throw new AssertionError(gathered + " of " + tasks + " were gathered, " + over + " ns after the sleep");
        }
        IO.println(over + " " + peakResidentBytes());
    }

    /** As Linux counts them; 0 elsewhere. */
    private static long peakResidentBytes() throws IOException {
        var status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        String peak = Files.readAllLines(status).stream().filter(line -> line.startsWith("VmHWM:")).findFirst()
                .orElseThrow();
        return 1024 * Long.parseLong(peak.replaceAll("\\D", ""));
    }
}
