package streams;

import java.util.concurrent.LinkedBlockingQueue;

/** Wrong on purpose: the queue between the two threads has no limit, and grows while the handler is slow. */
public final class UnboundedQueue implements LineProcessor {

    @Override
    public void process(Source source, LineHandler handler) throws Exception {
        new QueueBetweenThreads(new LinkedBlockingQueue<>()).process(source, handler);
    }

    static void main(String[] args) throws Exception {
        Example.named(args).run(new UnboundedQueue());
    }
}
