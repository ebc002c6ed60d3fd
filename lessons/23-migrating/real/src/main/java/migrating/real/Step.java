package migrating.real;

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

/** The steps of the migration, in their order. */
public enum Step {
    SEQUENTIAL,
    INDEPENDENT_SHOPS,
    THREAD_POOL,
    PARALLEL_STREAM,
    VIRTUAL_THREADS,
    NO_LOCK,
    PARTS_AT_ONCE,
    EVENT_LOOP,
    CONNECTION_HELD;

    /** The version in the lesson. The thread pool gets as many threads as there are connections. */
    public MorningReport version(int connections) {
        return switch (this) {
            case SEQUENTIAL -> new Sequential();
            case INDEPENDENT_SHOPS -> new IndependentShops();
            case THREAD_POOL -> new WithThreadPool(connections);
            case PARALLEL_STREAM -> new WithParallelStream();
            case VIRTUAL_THREADS -> new WithVirtualThreads();
            case NO_LOCK -> new NoLock();
            case PARTS_AT_ONCE -> new PartsAtOnce();
            case EVENT_LOOP -> new WithEventLoop();
            case CONNECTION_HELD -> new ConnectionHeld();
        };
    }
}
