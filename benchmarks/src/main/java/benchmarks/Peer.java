package benchmarks;

import java.util.function.Supplier;

/** The loops that are compared. */
public enum Peer {
    /** The course's own. */
    INTERLEAVE(InterleaveLoop::new),
    /** A production loop, with its selector. */
    NETTY(NettyLoop::new),
    /** A toolkit on top of Netty's loop. */
    VERTX(VertxLoop::new),
    /** Coroutines, and the loop of one thread that comes with them. */
    KOTLIN(KotlinLoop::new),
    /** A single-threaded {@link java.util.concurrent.ScheduledExecutorService}. */
    JDK(JdkLoop::new);

    private final Supplier<RunningLoop> maker;

    Peer(Supplier<RunningLoop> maker) {
        this.maker = maker;
    }

    RunningLoop start() {
        return maker.get();
    }
}
