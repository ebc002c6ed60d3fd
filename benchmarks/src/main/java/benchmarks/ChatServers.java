package benchmarks;

import chatserver.AsInTheArticle;
import chatserver.ChatServer;
import chatserver.WithEventLoop;
import chatserver.WithNetty;
import chatserver.WithThreadPool;
import chatserver.WithVirtualThreads;
import java.util.function.Supplier;

/** The chat servers that are measured. */
enum ChatServers {
    /** The course's loop, one write a message. */
    AS_IN_THE_ARTICLE(AsInTheArticle::new),
    /** Two threads of the system for each client. */
    THREAD_POOL(WithThreadPool::new),
    /** The course's loop, one write a turn. */
    EVENT_LOOP(WithEventLoop::new),
    /** Two virtual threads for each client. */
    VIRTUAL_THREADS(WithVirtualThreads::new),
    /** Netty, which gathers what is flushed within a turn. */
    NETTY(WithNetty::new),
    /** Netty as it is mostly seen: each message is written and flushed. */
    NETTY_FLUSHING(() -> new ChatOnNetty(false)),
    /** The same, but all clients are flushed once for all that was read in a turn. */
    NETTY_BARE(() -> new ChatOnNetty(true));

    final Supplier<ChatServer> server;

    ChatServers(Supplier<ChatServer> server) {
        this.server = server;
    }
}
