package debugging.importer;

import debugging.Numbers;
import interleave.eventloop.EventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Imports access logs into an index.
 *
 * <p>Each agent has a task on an event loop, which receives one batch after another. A pool of four threads looks up
 * the host names of a batch, and then its lines are added to the index.
 */
public class SlowImporter {
    private static final int BATCHES = 5;

    private final Index index = new Index();
    private final HostNames names;

    public SlowImporter() {
        this(new CachedNames());
    }

    SlowImporter(HostNames names) {
        this.names = names;
    }

    /** Imports five batches from each agent, or the number in the first argument. */
    public static void main(String[] args) throws Exception {
        new SlowImporter().run(args);
    }

    final void run(String... args) throws Exception {
        int batches = Numbers.first(BATCHES, args);
        try (var resolvers = pool("resolver-", Agents.NAMES.size())) {
            EventLoop.run(loop -> loop.gather(Agents.NAMES.stream()
                    .map(agent -> loop.createTask(agent, () -> importFrom(1, batches, agent, loop, resolvers)))
                    .toList()));
        }
        IO.println("Import complete");
    }

    /** Imports the batches of an agent, from this number to the last one. The steps run on the loop. */
    private CompletableFuture<Void> importFrom(
            int number, int last, String agent, EventLoop loop, ExecutorService resolvers) {
        return loop.sleep(Agents.INTERVAL)
                .thenCompose(received -> loop.toThread(resolvers, () -> resolve(Agents.batch(agent, number))))
                .thenCompose(lines -> store(lines, loop))
                .thenAccept(total -> IO.println(agent + ": batch " + number + ", " + total + " lines in all"))
                .thenCompose(printed ->
                        number == last ? loop.completed(null) : importFrom(number + 1, last, agent, loop, resolvers));
    }

    /** Puts the host name in front of each line. */
    private List<String> resolve(List<Line> batch) throws InterruptedException {
        var resolved = new ArrayList<String>();
        for (Line line : batch) {
            resolved.add(names.of(line.address()) + ' ' + line.text());
        }
        return resolved;
    }

    /** Adds lines to the index, and returns the number of lines in it. */
    CompletableFuture<Integer> store(List<String> lines, EventLoop loop) {
        return loop.completed(add(lines));
    }

    final int add(List<String> lines) {
        try {
            return index.add(lines);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the import was interrupted", stopped);
        }
    }

    static ExecutorService pool(String name, int threads) {
        return Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().name(name, 1).factory());
    }
}
