package benchmarks.migrating;

import migrating.ConnectionHeld;
import migrating.IndependentShops;
import migrating.MorningReport;
import migrating.NoLock;
import migrating.PartsAtOnce;
import migrating.Sequential;
import migrating.WithEventLoop;
import migrating.WithParallelStream;
import migrating.WithThreadPool;
import migrating.WithVirtualThreads;

/** The steps of the lesson, in their order. */
public enum MigrationStep {
    SEQUENTIAL,
    INDEPENDENT_SHOPS,
    POOL_OF_10,
    PARALLEL_STREAM,
    VIRTUAL_THREADS,
    NO_LOCK,
    PARTS_AT_ONCE,
    EVENT_LOOP,
    CONNECTION_HELD;

    MorningReport version() {
        return switch (this) {
            case SEQUENTIAL -> new Sequential();
            case INDEPENDENT_SHOPS -> new IndependentShops();
            case POOL_OF_10 -> new WithThreadPool(MigratingBenchmark.CONNECTIONS);
            case PARALLEL_STREAM -> new WithParallelStream();
            case VIRTUAL_THREADS -> new WithVirtualThreads();
            case NO_LOCK -> new NoLock();
            case PARTS_AT_ONCE -> new PartsAtOnce();
            case EVENT_LOOP -> new WithEventLoop();
            case CONNECTION_HELD -> new ConnectionHeld();
        };
    }
}
