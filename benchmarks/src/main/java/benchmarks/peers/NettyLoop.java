package benchmarks.peers;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.Promise;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Netty's loop on Java's own selector. */
final class NettyLoop implements RunningLoop {
    private final EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final EventLoop loop = group.next();

    @Override
    public void execute(Runnable callback) {
        loop.execute(callback);
    }

    @Override
    public void takeTurns(RoundRobin tasks) {
        loop.execute(() -> tasks.start(step -> loop.submit(NettyLoop::nothing).addListener(submitted -> step.run())));
    }

    private static void nothing() {}

    @Override
    public CompletableFuture<Integer> pingPong(int last) {
        return Handoff.pingPong(last, NettyHandoff::new, this);
    }

    @Override
    public void sleep(Duration duration, Runnable then) {
        loop.schedule(then, duration.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void stop() throws InterruptedException {
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS).await();
    }

    /** A future for the next number. */
    private final class NettyHandoff implements Handoff {
        private Promise<Integer> next = loop.newPromise();

        @Override
        public void put(Integer number) {
            next.setSuccess(number);
        }

        @Override
        public void take(Consumer<Integer> receiver) {
            next.addListener(handedOver -> {
                next = loop.newPromise();
                receiver.accept((Integer) handedOver.getNow());
            });
        }
    }
}
