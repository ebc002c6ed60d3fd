package benchmarks;

import chatserver.AsInTheArticle;
import chatserver.ChatServer;
import chatserver.WithEventLoop;
import chatserver.WithNetty;
import chatserver.WithThreadPool;
import chatserver.WithVirtualThreads;

/** The chat servers that are measured. */
enum ChatServers {
    /** The course's loop, one write a message. */
    AS_IN_THE_ARTICLE,
    /** Two threads of the system for each client. */
    THREAD_POOL,
    /** The course's loop, one write a turn. */
    EVENT_LOOP,
    /** Two virtual threads for each client. */
    VIRTUAL_THREADS,
    /** Netty, which gathers what is flushed within a turn. */
    NETTY,
    /** Netty as it is mostly seen: each message is written and flushed. */
    NETTY_FLUSHING,
    /** The same, but all clients are flushed once for all that was read in a turn. */
    NETTY_BARE;

    ChatServer server() {
        return switch (this) {
            case AS_IN_THE_ARTICLE -> new AsInTheArticle();
            case THREAD_POOL -> new WithThreadPool();
            case EVENT_LOOP -> new WithEventLoop();
            case VIRTUAL_THREADS -> new WithVirtualThreads();
            case NETTY -> new WithNetty();
            case NETTY_FLUSHING -> new ChatOnNetty(false);
            case NETTY_BARE -> new ChatOnNetty(true);
        };
    }
}
