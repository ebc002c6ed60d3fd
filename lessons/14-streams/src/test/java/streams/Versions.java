package streams;

import java.util.function.IntFunction;

/** The versions that need constant memory, with a given capacity. */
enum Versions {
    VIRTUAL_THREADS(WithVirtualThreads::new),
    FLOW(WithFlow::new),
    EVENT_LOOP(WithEventLoop::new),
    REACTOR(WithReactor::new);

    private final IntFunction<LineProcessor> constructor;

    Versions(IntFunction<LineProcessor> constructor) {
        this.constructor = constructor;
    }

    LineProcessor with(int capacity) {
        return constructor.apply(capacity);
    }
}
