package benchmarks.peers;

/** The loops that are compared: the course's own and its peers. */
public enum PeerLoop {
    /** The course's own. */
    INTERLEAVE,
    /** A production loop, with its selector. */
    NETTY,
    /** A toolkit on top of Netty's loop. */
    VERTX,
    /** Coroutines, and the loop of one thread that comes with them. */
    KOTLIN,
    /** Streams, and its scheduler of one thread. */
    REACTOR,
    /** A single-threaded {@link java.util.concurrent.ScheduledExecutorService}. */
    JDK;

    public RunningLoop start() {
        return switch (this) {
            case INTERLEAVE -> new InterleaveLoop();
            case NETTY -> new NettyLoop();
            case VERTX -> new VertxLoop();
            case KOTLIN -> new KotlinLoop();
            case REACTOR -> new ReactorLoop();
            case JDK -> new JdkLoop();
        };
    }
}
