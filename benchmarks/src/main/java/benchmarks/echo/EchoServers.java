package benchmarks.echo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** The echo servers that are compared, each as a program of its runtime would be written. */
public enum EchoServers {
    /** The course's own loop: a task for each connection. */
    INTERLEAVE,
    /** One loop of Netty, which writes when it has read everything that has arrived. */
    NETTY,
    /** One loop of Vert.x. */
    VERTX,
    /** Blocking sockets, a virtual thread for each connection. */
    VIRTUAL_THREADS;

    static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    /** How many connections may wait to be accepted: those of a benchmark arrive all at once. */
    static final int BACKLOG = 1024;

    public EchoServer start() throws IOException {
        return switch (this) {
            case INTERLEAVE -> new InterleaveEcho();
            case NETTY -> new NettyEcho();
            case VERTX -> new VertxEcho();
            case VIRTUAL_THREADS -> new VirtualThreadsEcho();
        };
    }
}
