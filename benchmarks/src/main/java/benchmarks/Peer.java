package benchmarks;

import eventloop.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The loops that are compared. */
public enum Peer {
    /** The course's own. */
    INTERLEAVE {
        @Override
        RunningLoop start() {
            return new OwnLoop();
        }
    },
    /** A production loop, with its selector. */
    NETTY {
        @Override
        RunningLoop start() {
            return new NettyLoop();
        }
    },
    /** A single-threaded {@link ScheduledExecutorService}. */
    JDK {
        @Override
        RunningLoop start() {
            return new ScheduledExecutor();
        }
    };

    abstract RunningLoop start();

    private static final class OwnLoop implements RunningLoop {
        private final EventLoop loop = new EventLoop();
        private final CompletableFuture<Void> closed = new CompletableFuture<>();
        private final Thread thread = Thread.ofPlatform().start(this::run);

        private void run() {
            try (loop) {
                loop.runUntilComplete(closed);
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        }

        @Override
        public void execute(Runnable callback) {
            loop.execute(callback);
        }

        @Override
        public void sleep(Duration duration, Runnable then) {
            loop.sleep(duration).thenRun(then);
        }

        @Override
        public void stop() throws InterruptedException {
            closed.complete(null);
            thread.join();
        }
    }

    private static final class NettyLoop implements RunningLoop {
        private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        private final io.netty.channel.EventLoop loop = group.next();

        @Override
        public void execute(Runnable callback) {
            loop.execute(callback);
        }

        @Override
        public void sleep(Duration duration, Runnable then) {
            loop.schedule(then, duration.toNanos(), TimeUnit.NANOSECONDS);
        }

        @Override
        public void stop() throws InterruptedException {
            group.shutdownGracefully(0, 1, TimeUnit.SECONDS).await();
        }
    }

    private static final class ScheduledExecutor implements RunningLoop {
        private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();

        @Override
        public void execute(Runnable callback) {
            executor.execute(callback);
        }

        @Override
        public void sleep(Duration duration, Runnable then) {
            executor.schedule(then, duration.toNanos(), TimeUnit.NANOSECONDS);
        }

        @Override
        public void stop() {
            executor.close();
        }
    }
}
