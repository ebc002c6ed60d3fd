package errors;

import java.util.function.Function;

/** The versions, for parameterized tests. The pool has a thread for each of the five pages. */
enum Versions {
    SEQUENTIAL(Sequential::new),
    THREAD_POOL(web -> new WithThreadPool(web, 5)),
    EVENT_LOOP(web -> new WithEventLoop((AsyncWeb) web)),
    VIRTUAL_THREADS(WithVirtualThreads::new);

    private final Function<Web, Fetcher> constructor;

    Versions(Function<Web, Fetcher> constructor) {
        this.constructor = constructor;
    }

    /** {@code web} also implements {@link AsyncWeb}. */
    Fetcher with(Web web) {
        return constructor.apply(web);
    }
}
