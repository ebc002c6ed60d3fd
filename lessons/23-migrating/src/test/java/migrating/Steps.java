package migrating;

import java.util.Currency;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import migrating.sources.Sources;

/** The steps of the lesson, with as many threads in a pool as there are connections. */
enum Steps {
    SEQUENTIAL(connections -> new Sequential()),
    INDEPENDENT_SHOPS(connections -> new IndependentShops()),
    THREAD_POOL(WithThreadPool::new),
    PARALLEL_STREAM(connections -> new WithParallelStream()),
    VIRTUAL_THREADS(connections -> new WithVirtualThreads()),
    NO_LOCK(connections -> new NoLock()),
    PARTS_AT_ONCE(connections -> new PartsAtOnce()),
    EVENT_LOOP(connections -> new WithEventLoop()),
    /** Not a step, but its result is right as well. */
    CONNECTION_HELD(connections -> new ConnectionHeld());

    static final Currency CURRENCY = Currency.getInstance("CHF");

    private final IntFunction<MorningReport> constructor;

    Steps(IntFunction<MorningReport> constructor) {
        this.constructor = constructor;
    }

    MorningReport with(int connections) {
        return constructor.apply(connections);
    }

    void write(TestSources sources, Consumer<String> lines) throws Exception {
        Sources all = sources.sources();
        with(sources.connections()).write(all, CURRENCY, lines);
    }
}
