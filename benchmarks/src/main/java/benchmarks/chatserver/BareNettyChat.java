package benchmarks.chatserver;

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

/**
 * The least code that a chat on Netty needs: each read is a message, and the output of a client has no limit. The
 * benchmark's clients limit it: each sends its next message when it has received all of a round.
 */
final class BareNettyChat implements ChatServer {
    private final Flush flush;
    private final List<Channel> clients = new ArrayList<>();
    private boolean flushIsScheduled;

    /** When messages are sent to the clients. */
    enum Flush {
        EACH_MESSAGE,
        /** Once for all messages that were read in a turn of the loop. */
        EACH_TURN
    }

    BareNettyChat(Flush flush) {
        this.flush = flush;
    }

    @Override
    public void serve(InetSocketAddress address, Consumer<InetSocketAddress> listening) throws Exception {
        var loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        try {
            var serverChannel = new ServerBootstrap()
                    .group(loop)
                    .channel(NioServerSocketChannel.class)
                    .option(ChannelOption.SO_BACKLOG, BACKLOG)
                    .childHandler(new ChannelInitializer<>() {
                        @Override
                        protected void initChannel(Channel client) {
                            client.pipeline().addLast(new ClientHandler());
                        }
                    })
                    .bind(address)
                    .sync()
                    .channel();
            listening.accept((InetSocketAddress) serverChannel.localAddress());
            serverChannel.closeFuture().sync();
        } finally {
            loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).sync();
        }
    }

    private void scheduleFlush(ChannelHandlerContext context) {
        if (!flushIsScheduled) {
            flushIsScheduled = true;
            context.executor().execute(() -> {
                flushIsScheduled = false;
                clients.forEach(Channel::flush);
            });
        }
    }

    private final class ClientHandler extends ChannelInboundHandlerAdapter {
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
                    if (flush == Flush.EACH_MESSAGE) {
                        client.flush();
                    }
                }
            }
            message.release();
            if (flush == Flush.EACH_TURN) {
                scheduleFlush(context);
            }
        }
    }
}
