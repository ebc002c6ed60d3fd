package benchmarks.runner;

/** How long to measure. A longer run gives narrower intervals. */
public enum Speed {
    /** The whole set within three minutes on two cores: one JVM for each row, short iterations, large sizes cut. */
    QUICK,
    /** As each benchmark's own annotations say. */
    DEFAULT,
    /** Five JVMs for each row and twice as many iterations: the error bars include the differences between JVMs. */
    FULL
}
