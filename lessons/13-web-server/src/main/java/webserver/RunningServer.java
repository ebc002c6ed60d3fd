package webserver;

/**
 * A server that has been started.
 *
 * @param port the port on which it listens
 * @param stop what {@link #close} runs
 */
public record RunningServer(int port, Runnable stop) implements AutoCloseable {

    /** Stops accepting requests, completes those in progress, closes all connections, and frees the port. */
    @Override
    public void close() {
        stop.run();
    }
}
