package callbackhell;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Makes the calling thread wait for the result of asynchronous code. */
final class Await {
    private Await() {}

    /**
     * Returns the result of {@code future}. If the calling thread is interrupted, it calls {@code cancel}, and then
     * waits until the future has completed.
     *
     * @throws Exception the exception of the future, without the wrappers that futures add
     */
    static <T> T result(CompletableFuture<T> future, Runnable cancel) throws Exception {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            throw unwrapped(failed);
        } catch (InterruptedException stopped) {
            cancel.run();
            future.handle((value, failure) -> "ended").join();
            throw stopped;
        }
    }

    /** @throws Error the cause, if it is an error */
    private static Exception unwrapped(ExecutionException failed) {
        return switch (failed.getCause()) {
            case Exception cause -> cause;
            case Error error -> throw error;
            case null, default -> failed;
        };
    }
}
