package benchmarks;

import java.io.IOException;
import java.util.concurrent.ExecutionException;

/** Sends back what it gets, on the loopback interface, until it is stopped. */
interface EchoServer {

    int port();

    void stop() throws IOException, InterruptedException, ExecutionException;
}
