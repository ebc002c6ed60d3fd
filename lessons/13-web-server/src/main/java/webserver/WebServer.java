package webserver;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** A server that answers HTTP requests with the pages of a site. */
public interface WebServer {

    /** How long a stopping server waits for the requests in progress. */
    int FAREWELL_SECONDS = 2;

    /** How many connections the system may hold until the server accepts them. The default of many servers is 50. */
    int BACKLOG = 4096;

    /**
     * Starts to serve on the loopback interface, and returns as soon as clients can connect.
     *
     * @param port 0 means any free port
     * @throws IOException if the port is in use
     */
    RunningServer start(Site site, int port) throws IOException;

    /** The address on which every server of this lesson listens: only this machine can reach it. */
    static InetSocketAddress address(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }
}
