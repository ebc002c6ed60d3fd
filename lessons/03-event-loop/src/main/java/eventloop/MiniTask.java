package eventloop;

import java.util.concurrent.CompletableFuture;

/** Work that a {@link MiniLoop} runs, and the future of its result. */
public final class MiniTask<T> extends CompletableFuture<T> {

    final String name;

    MiniTask(String name) {
        this.name = name;
    }
}
