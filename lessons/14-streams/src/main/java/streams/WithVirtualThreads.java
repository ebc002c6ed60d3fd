package streams;

import java.util.concurrent.ArrayBlockingQueue;

/** The queue between the two threads has a limit. When it is full, the reader waits. */
public final class WithVirtualThreads implements LineProcessor {

    private final int capacity;

    /** At most {@code capacity} lines wait in the queue. */
    public WithVirtualThreads(int capacity) {
        this.capacity = capacity;
    }

    @Override
    public void process(Source source, LineHandler handler) throws Exception {
        new QueueBetweenThreads(new ArrayBlockingQueue<>(capacity)).process(source, handler);
    }

    static void main(String[] args) throws Exception {
        Example.named(args).run(new WithVirtualThreads(Example.CAPACITY));
    }
}
