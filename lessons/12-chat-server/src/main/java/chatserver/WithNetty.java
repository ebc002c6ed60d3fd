package chatserver;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.ChannelMatchers;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.flush.FlushConsolidationHandler;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** What you would use at work: a loop as well, and the parts of a server ready to be put together. */
public final class WithNetty implements ChatServer {
    private static final WriteBufferWaterMark PENDING = new WriteBufferWaterMark(MOST_PENDING / 2, MOST_PENDING);
    /** Until the end of a turn, or so many flushes. */
    private static final int FLUSHES = 256;

    @Override
    public void serve(InetSocketAddress address, Consumer<InetSocketAddress> listening) throws Exception {
        var loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        var guests = new DefaultChannelGroup(loop.next());
        try {
            Channel door = bootstrap(loop, guests).bind(address).sync().channel();
            listening.accept((InetSocketAddress) door.localAddress());
            try {
                door.closeFuture().sync();
            } catch (InterruptedException ctrlC) {
                door.close().sync();
                guests.writeAndFlush(Unpooled.wrappedBuffer(Wire.GOODBYE)).await(FAREWELL.toMillis());
                guests.close().await(FAREWELL.toMillis());
                throw ctrlC;
            }
        } finally {
            loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).await();
        }
    }

    private static ServerBootstrap bootstrap(EventLoopGroup loop, ChannelGroup guests) {
        return new ServerBootstrap().group(loop).channel(NioServerSocketChannel.class).option(ChannelOption.SO_BACKLOG,
                BACKLOG).childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, PENDING).childHandler(
                        new ChannelInitializer<>() {
                            @Override
                            protected void initChannel(Channel channel) {
                                channel.pipeline().addLast(new FlushConsolidationHandler(FLUSHES, true), new Guest(
                                        channel, guests));
                            }
                        });
    }

    /** The last part of a client's pipeline: what has been read comes here, and what is written begins here. */
    private static final class Guest extends SimpleChannelInboundHandler<ByteBuf> {
        private final Channel channel;
        private final ChannelGroup guests;
        private final String name;
        private final Inbox inbox;

        Guest(Channel channel, ChannelGroup guests) {
            this.channel = channel;
            this.guests = guests;
            this.name = Wire.name((InetSocketAddress) channel.remoteAddress());
            this.inbox = new Inbox(line -> tellOthers(Wire.message(name, line)), () -> channel.writeAndFlush(Unpooled
                    .wrappedBuffer(Wire.TOO_LONG)));
        }

        @Override
        public void channelActive(ChannelHandlerContext context) {
            guests.add(channel);
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, ByteBuf bytes) {
            Duration pause = inbox.receive(bytes.nioBuffer());
            if (pause.isPositive() && channel.config().isAutoRead()) {
                channel.config().setAutoRead(false);
                channel.eventLoop().schedule(() -> channel.config().setAutoRead(true), pause.toNanos(),
                        TimeUnit.NANOSECONDS);
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            inbox.end();
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable gone) {
            channel.close();
        }

        private void tellOthers(byte[] message) {
            guests.writeAndFlush(Unpooled.wrappedBuffer(message), ChannelMatchers.isNot(channel), true);
        }

        /** There is no room for more. The group loses whoever is closed. */
        @Override
        public void channelWritabilityChanged(ChannelHandlerContext context) {
            if (!channel.isWritable() && guests.remove(channel)) {
                channel.eventLoop().execute(this::drop); // not now: somebody goes through the group
            }
        }

        private void drop() {
            channel.close();
            IO.println(Wire.dropped(name));
            tellOthers(Wire.fromServer(Wire.dropped(name)));
        }
    }

    static void main(String... arguments) throws Exception {
        Host.run(new WithNetty(), arguments);
    }
}
