package benchmarks;

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
    public void takeTurns(Rota rota) {
        loop.execute(() -> rota.start(step -> loop.submit(NettyLoop::nothing).addListener(submitted -> step.run())));
    }

    private static void nothing() {}

    @Override
    public CompletableFuture<Integer> pingPong(int last) {
        return CompletableFuture.supplyAsync(() -> Mailbox.pingPong(last, Post::new), this)
                .thenCompose(ended -> ended);
    }

    @Override
    public void sleep(Duration duration, Runnable then) {
        loop.schedule(then, duration.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void stop() throws InterruptedException {
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS).await();
    }

    /** A future for the next ball. */
    private final class Post implements Mailbox {
        private Promise<Integer> next = loop.newPromise();

        @Override
        public void put(Integer ball) {
            next.setSuccess(ball);
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
