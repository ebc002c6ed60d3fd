package chatserver;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.flush.FlushConsolidationHandler;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Uses Netty, a library for production servers: an event loop with ready-made handlers. */
public final class WithNetty implements ChatServer {
    private static final WriteBufferWaterMark PENDING = new WriteBufferWaterMark(MOST_PENDING / 2, MOST_PENDING);
    /** The largest number of flushes that are combined at the end of a turn. */
    private static final int FLUSHES = 256;

    @Override
    public void serve(InetSocketAddress address, Consumer<InetSocketAddress> listening) throws Exception {
        var loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        var clients = new DefaultChannelGroup(loop.next());
        try {
            Channel serverChannel =
                    bootstrap(loop, clients).bind(address).sync().channel();
            listening.accept((InetSocketAddress) serverChannel.localAddress());
            try {
                serverChannel.closeFuture().sync();
            } catch (InterruptedException ctrlC) {
                serverChannel.close().sync();
                clients.writeAndFlush(Unpooled.wrappedBuffer(Protocol.GOODBYE)).await(FAREWELL.toMillis());
                clients.close().await(FAREWELL.toMillis());
                throw ctrlC;
            }
        } finally {
            loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).await();
        }
    }

    private static ServerBootstrap bootstrap(EventLoopGroup loop, ChannelGroup clients) {
        return new ServerBootstrap()
                .group(loop)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, PENDING)
                .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
                .childOption(ChannelOption.AUTO_CLOSE, false)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline()
                                .addLast(
                                        new FlushConsolidationHandler(FLUSHES, true),
                                        new NettyClientHandler(channel, clients));
                    }
                });
    }

    static void main(String... arguments) throws Exception {
        ServerRunner.run(new WithNetty(), arguments);
    }
}
