package sensors;

import interleave.eventloop.EventLoop;
import java.util.concurrent.CompletionStage;

/** What happens at each tick. */
public interface Job {

    /** Runs the job on the calling thread. */
    void run() throws Exception;

    /** Runs the job without blocking the loop. */
    CompletionStage<Void> runOn(EventLoop loop);
}
