package chatserver;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.ChannelMatchers;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.ChannelOutputShutdownEvent;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The last handler of a client's pipeline. Netty calls it on its event loop's thread for each event of the client. */
final class NettyClientHandler extends SimpleChannelInboundHandler<ByteBuf> {
    private final Channel channel;
    private final ChannelGroup clients;
    private final String name;
    private final LineDecoder decoder;

    NettyClientHandler(Channel channel, ChannelGroup clients) {
        this.channel = channel;
        this.clients = clients;
        this.name = Protocol.name((InetSocketAddress) channel.remoteAddress());
        this.decoder = new LineDecoder(
                line -> sendToOthers(Protocol.message(name, line)),
                () -> channel.writeAndFlush(Unpooled.wrappedBuffer(Protocol.TOO_LONG), channel.voidPromise()));
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        clients.add(channel); // the group removes it when it is closed
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ByteBuf bytes) {
        Duration delay = decoder.decode(bytes.nioBuffer());
        if (delay.isPositive() && channel.config().isAutoRead()) {
            channel.config().setAutoRead(false);
            channel.eventLoop()
                    .schedule(() -> channel.config().setAutoRead(true), delay.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    /** With a void promise, a failed write is passed to {@link #exceptionCaught} of its channel. */
    private void sendToOthers(byte[] message) {
        clients.writeAndFlush(Unpooled.wrappedBuffer(message), ChannelMatchers.isNot(channel), true);
    }

    /** Netty calls this when too many bytes are pending for the client, and again when there are fewer. */
    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        if (!channel.isWritable() && clients.remove(channel)) {
            channel.eventLoop().execute(this::drop); // later: a caller of this method iterates over the group
        }
    }

    private void drop() {
        channel.close();
        IO.println(Protocol.dropped(name));
        sendToOthers(Protocol.fromServer(Protocol.dropped(name)));
    }

    /**
     * The channel's options make Netty report the end of a stream, and a failed write, instead of closing the channel.
     */
    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            decoder.end();
            closeWhenWritten();
        } else if (event instanceof ChannelOutputShutdownEvent) {
            clients.remove(
                    channel); // it receives nothing more, but lines that it sent before may still have to be read
        }
    }

    /** A client that has ended its stream may still read. An empty write completes when all before it are written. */
    private void closeWhenWritten() {
        if (isWritePending()) {
            channel.writeAndFlush(Unpooled.EMPTY_BUFFER)
                    .addListener(written -> channel.eventLoop().execute(this::closeWhenWritten));
        } else {
            channel.close();
        }
    }

    private boolean isWritePending() {
        ChannelOutboundBuffer pending = channel.unsafe().outboundBuffer();
        return pending != null && pending.totalPendingWriteBytes() > 0;
    }

    /** Exceptions of a broken connection cause an event, too. Any other is a bug: the end of the pipeline logs it. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
        if (!(failure instanceof IOException)) {
            context.fireExceptionCaught(failure);
            channel.close();
        }
    }
}
