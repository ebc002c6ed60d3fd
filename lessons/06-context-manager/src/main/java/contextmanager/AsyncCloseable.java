package contextmanager;

import java.util.concurrent.CompletionStage;

/** A resource that closes without blocking a thread. {@link AutoCloseable} is its counterpart for blocking code. */
public interface AsyncCloseable {

    /** Starts to close. The future completes when the resource is closed. */
    CompletionStage<Void> close();
}
