package webserver;

import java.io.IOException;
import java.net.BindException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * The {@code main} method of every version: it serves until Ctrl-C, or until a number of visitors, who request the same
 * slow page at the same time, have their answers.
 */
final class Example {
    /** How long the back end of the page takes. */
    private static final Duration TILL = Duration.ofSeconds(1);

    private Example() {}

    /**
     * @throws IllegalArgumentException if an argument is wrong
     * @throws IOException if the port is in use, with a message that says what to do
     */
    static void run(WebServer version, String... words) throws Exception {
        Arguments arguments = Arguments.of(words);
        if (arguments.visitors() == 0) {
            serve(version, arguments.port());
            return;
        }
        try (RunningServer server = version.start(new PrintingSite(new Bakery(TILL)), 0)) {
            new Visitors(server.port()).visit(arguments.visitors(), arguments.hesitating());
        }
    }

    private static void serve(WebServer version, int port) throws IOException {
        Thread serving = Thread.currentThread();
        var onShutdown = new Thread(() -> stop(serving));
        Runtime.getRuntime().addShutdownHook(onShutdown);
        try (RunningServer server = version.start(new Bakery(TILL), port)) {
            IO.println("Serving on http://127.0.0.1:" + server.port() + "/ until Ctrl-C. Open it in a browser.");
            new CountDownLatch(1).await();
        } catch (InterruptedException ctrlC) {
            IO.println("Stopped.");
            Thread.currentThread().interrupt();
        } catch (IOException refused) {
            throw explained(port, refused);
        } finally {
            removeHook(onShutdown);
        }
    }

    /** Runs when Ctrl-C ends the JVM. Waits until the server has completed the answers in progress. */
    private static void stop(Thread serving) {
        serving.interrupt();
        try {
            serving.join(2 * Duration.ofSeconds(WebServer.FAREWELL_SECONDS).toMillis());
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
        }
    }

    private static void removeHook(Thread onShutdown) {
        try {
            Runtime.getRuntime().removeShutdownHook(onShutdown);
        } catch (IllegalStateException shuttingDown) {
            // the hook is running, and waits for this thread
        }
    }

    private static IOException explained(int port, IOException refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return new IOException(
                        "Cannot listen on port " + port + ": " + cause.getMessage() + ".\n"
                                + "Another program may use it. Choose another port: --port "
                                + (port < 65_535 ? port + 1 : port - 1),
                        refused);
            }
        }
        return refused;
    }
}
