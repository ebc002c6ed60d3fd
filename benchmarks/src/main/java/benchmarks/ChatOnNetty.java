package benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import chatserver.ChatServer;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The least that a chat on Netty needs: no limits, no lines, what is read at once is a message. */
final class ChatOnNetty implements ChatServer {
    private final boolean gathers;
    private final List<Channel> clients = new ArrayList<>();
    private boolean flushComes;

    /** @param gathers whether to flush at the end of a turn only, for all that was read in it */
    ChatOnNetty(boolean gathers) {
        this.gathers = gathers;
    }

    @Override
    public void serve(InetSocketAddress address, Consumer<InetSocketAddress> listening) throws Exception {
        var loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        try {
            var door = new ServerBootstrap()
                    .group(loop)
                    .channel(NioServerSocketChannel.class)
                    .option(ChannelOption.SO_BACKLOG, BACKLOG)
                    .childHandler(new ChannelInitializer<>() {
                        @Override
                        protected void initChannel(Channel client) {
                            client.pipeline().addLast(new Client());
                        }
                    })
                    .bind(address)
                    .sync()
                    .channel();
            listening.accept((InetSocketAddress) door.localAddress());
            door.closeFuture().sync();
        } finally {
            loop.shutdownGracefully(0, 1, TimeUnit.SECONDS);
        }
    }

    private void flushLater(ChannelHandlerContext context) {
        if (!flushComes) {
            flushComes = true;
            context.executor().execute(() -> {
                flushComes = false;
                clients.forEach(Channel::flush);
            });
        }
    }

    private final class Client extends ChannelInboundHandlerAdapter {
        private String prefix = "";

        @Override
        public void channelActive(ChannelHandlerContext context) {
            var address = (InetSocketAddress) context.channel().remoteAddress();
            prefix = address.getAddress().getHostAddress() + ":" + address.getPort() + ": ";
            clients.add(context.channel());
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            clients.remove(context.channel());
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object read) {
            ByteBuf text = (ByteBuf) read;
            ByteBuf message = Unpooled.wrappedBuffer(Unpooled.copiedBuffer(prefix, UTF_8), text);
            for (Channel client : clients) {
                if (client != context.channel()) {
                    client.write(message.retainedDuplicate(), client.voidPromise());
                    if (!gathers) {
                        client.flush();
                    }
                }
            }
            message.release();
            if (gathers) {
                flushLater(context);
            }
        }
    }
}
