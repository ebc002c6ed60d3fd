package dataloading;

import java.util.function.IntFunction;

/** The versions that load ahead, by their number of loaders. */
enum Versions {
    THREAD_POOL(loaders -> new WithThreadPool(loaders, loaders)),
    VIRTUAL_THREADS(WithVirtualThreads::new),
    EVENT_LOOP(WithEventLoop::new);

    private final IntFunction<Epoch> constructor;

    Versions(IntFunction<Epoch> constructor) {
        this.constructor = constructor;
    }

    Epoch with(int loaders) {
        return constructor.apply(loaders);
    }
}
