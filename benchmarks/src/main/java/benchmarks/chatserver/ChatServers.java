package benchmarks.chatserver;

import chatserver.AsInTheArticle;
import chatserver.ChatServer;
import chatserver.WithEventLoop;
import chatserver.WithNetty;
import chatserver.WithThreadPool;
import chatserver.WithVirtualThreads;

/** The chat servers that are measured. */
enum ChatServers {
    /** The course's loop, one write for each message. */
    AS_IN_THE_ARTICLE,
    /** Two platform threads for each client. */
    THREAD_POOL,
    /** The course's loop, one write for each turn. */
    EVENT_LOOP,
    /** Two virtual threads for each client. */
    VIRTUAL_THREADS,
    /** The lesson's own version on Netty. */
    NETTY,
    /** Netty as in most examples: each message is written and flushed. */
    NETTY_FLUSHING,
    /** The same, but all clients are flushed once for all messages that were read in a turn. */
    NETTY_BARE;

    ChatServer server() {
        return switch (this) {
            case AS_IN_THE_ARTICLE -> new AsInTheArticle();
            case THREAD_POOL -> new WithThreadPool();
            case EVENT_LOOP -> new WithEventLoop();
            case VIRTUAL_THREADS -> new WithVirtualThreads();
            case NETTY -> new WithNetty();
            case NETTY_FLUSHING -> new BareNettyChat(BareNettyChat.Flush.EACH_MESSAGE);
            case NETTY_BARE -> new BareNettyChat(BareNettyChat.Flush.EACH_TURN);
        };
    }
}
