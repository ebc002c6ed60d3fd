package webserver;

/**
 * A server that has been started.
 *
 * @param port where it listens
 * @param stop what {@link #close} runs
 */
public record RunningServer(int port, Runnable stop) implements AutoCloseable {

    /** Accepts no more requests, completes those in progress, closes all connections, and frees the port. */
    @Override
    public void close() {
        stop.run();
    }
}
