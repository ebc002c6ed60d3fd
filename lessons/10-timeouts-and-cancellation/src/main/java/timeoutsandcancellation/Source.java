package timeoutsandcancellation;

import interleave.eventloop.EventLoop;
import java.util.concurrent.CompletionStage;

/** A page that can be fetched on a thread or on an event loop. Each call of a method is one fetch. */
public interface Source {

    /** Fetches on the calling thread. An interrupt cancels the fetch. */
    String fetch() throws Exception;

    /** Fetches on the loop. Cancelling the future cancels the fetch. */
    CompletionStage<String> fetchOn(EventLoop loop);
}
