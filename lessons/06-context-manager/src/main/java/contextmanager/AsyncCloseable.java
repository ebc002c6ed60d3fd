package contextmanager;

import java.util.concurrent.CompletionStage;

/** Something that takes time to close, and nobody's thread: what {@link AutoCloseable} is for threads. */
public interface AsyncCloseable {

    /** Begins to close; the future completes when it is closed. */
    CompletionStage<Void> close();
}
