package errors;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** Captures the output of several {@code main} methods that run concurrently, each on its own thread. */
final class SideBySide extends OutputStream {

    interface Main {
        void run(String... words) throws Exception;
    }

    private final Map<Thread, ByteArrayOutputStream> printed = new ConcurrentHashMap<>();

    private SideBySide() {}

    /** Runs all mains with these arguments, and returns the lines of each, in the order of the mains. */
    static List<List<String>> printedBy(List<? extends Main> mains, String... words) throws Exception {
        PrintStream out = System.out;
        var lines = new SideBySide();
        System.setOut(new PrintStream(lines, true, StandardCharsets.UTF_8));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var runs = mains.stream()
                    .<Callable<List<String>>>map(main -> () -> lines.of(main, words))
                    .toList();
            var printed = new ArrayList<List<String>>();
            for (var run : threads.invokeAll(runs)) {
                printed.add(run.get());
            }
            return printed;
        } finally {
            System.setOut(out);
        }
    }

    private List<String> of(Main main, String... words) throws Exception {
        main.run(words);
        return printed.get(Thread.currentThread())
                .toString(StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    @Override
    public void write(int value) {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) {
        printed.computeIfAbsent(Thread.currentThread(), thread -> new ByteArrayOutputStream())
                .write(bytes, offset, count);
    }
}
