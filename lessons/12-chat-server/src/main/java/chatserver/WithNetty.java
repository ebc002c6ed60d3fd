package chatserver;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelConfig;
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
import io.netty.handler.codec.LineBasedFrameDecoder;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.flush.FlushConsolidationHandler;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
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
                            protected void initChannel(Channel guest) {
                                guest.pipeline().addLast(new FlushConsolidationHandler(FLUSHES, true), new Lines(),
                                        new Guest(guests));
                            }
                        });
    }

    /** Also gives the last line, which may lack its end. */
    private static final class Lines extends LineBasedFrameDecoder {
        Lines() {
            super(LONGEST_LINE, true, true);
        }

        @Override
        protected void decodeLast(ChannelHandlerContext context, ByteBuf bytes, List<Object> lines) throws Exception {
            super.decodeLast(context, bytes, lines);
            if (bytes.isReadable()) {
                lines.add(bytes.readRetainedSlice(bytes.readableBytes()));
            }
        }
    }

    private static final class Guest extends SimpleChannelInboundHandler<ByteBuf> {
        private final ChannelGroup guests;
        private final Allowance allowance = new Allowance(BYTES_PER_SECOND, System.nanoTime());
        private String name = "";

        Guest(ChannelGroup guests) {
            this.guests = guests;
        }

        @Override
        public void channelActive(ChannelHandlerContext context) {
            name = Wire.name((InetSocketAddress) context.channel().remoteAddress());
            guests.add(context.channel());
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, ByteBuf line) {
            byte[] message = Wire.message(name, ByteBufUtil.getBytes(line));
            guests.writeAndFlush(Unpooled.wrappedBuffer(message), ChannelMatchers.isNot(context.channel()), true);
            allowance.spend(line.readableBytes() + 1, System.nanoTime());
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext context) {
            Duration pause = allowance.pause(System.nanoTime());
            ChannelConfig config = context.channel().config();
            if (pause.isPositive() && config.isAutoRead()) {
                config.setAutoRead(false);
                context.executor().schedule(() -> config.setAutoRead(true), pause.toNanos(), TimeUnit.NANOSECONDS);
            }
        }

        @Override
        public void channelWritabilityChanged(ChannelHandlerContext context) {
            if (!context.channel().isWritable()) {
                IO.println(name + " does not read, and is dropped");
                context.close();
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
            if (failure instanceof TooLongFrameException) {
                context.writeAndFlush(Unpooled.wrappedBuffer(Wire.TOO_LONG));
            } else {
                context.close();
            }
        }
    }

    static void main(String... arguments) throws Exception {
        Host.run(new WithNetty(), arguments);
    }
}
