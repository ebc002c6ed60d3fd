package sensors;

import interleave.eventloop.EventLoop;
import java.util.concurrent.CompletionStage;

/** What happens at each tick. */
public interface Job {

    /** Does it on the calling thread. */
    void run() throws Exception;

    /** Does it without blocking the loop. */
    CompletionStage<Void> runOn(EventLoop loop);
}
