package interleave.virtualtime;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/**
 * Captures the output of several {@code main} methods that run concurrently, in real time, each on its own thread. For
 * programs that cannot run in virtual time, because they use sockets.
 */
public final class SideBySide extends OutputStream {
    private final Map<Thread, List<String>> printed = new ConcurrentHashMap<>();
    private final LinesByThread incomplete = new LinesByThread();

    private SideBySide() {}

    /** A {@code main} method. */
    public interface Main {
        void run(String... words) throws Exception;
    }

    /**
     * Runs all mains with these arguments, and returns the lines that the thread of each has printed, in their order.
     */
    public static List<List<String>> printedBy(List<? extends Main> mains, String... words) throws Exception {
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
        return List.copyOf(printed.getOrDefault(Thread.currentThread(), List.of()));
    }

    @Override
    public void write(int oneByte) {
        write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        Thread thread = Thread.currentThread();
        var lines = printed.computeIfAbsent(thread, first -> new ArrayList<>());
        incomplete.take(thread, bytes, offset, length, StandardCharsets.UTF_8, lines::add);
    }
}
