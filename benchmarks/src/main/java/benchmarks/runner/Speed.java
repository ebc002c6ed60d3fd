package benchmarks.runner;

/** How long to measure, and so how sure to be. */
public enum Speed {
    /** The whole set within three minutes on two cores: one JVM for each row, short iterations, large sizes cut. */
    QUICK,
    /** As each benchmark's own annotations say. */
    DEFAULT,
    /** Five JVMs for each row and twice as many iterations: what differs from start to start is in the error bars. */
    FULL
}
