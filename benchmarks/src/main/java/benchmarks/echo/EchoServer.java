package benchmarks.echo;

import java.io.IOException;
import java.util.concurrent.ExecutionException;

/** Sends back what it receives, on the loopback interface, until it is stopped. */
public interface EchoServer {

    int port();

    void stop() throws IOException, InterruptedException, ExecutionException;
}
