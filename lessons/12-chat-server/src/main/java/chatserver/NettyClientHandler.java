package chatserver;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.ChannelMatchers;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The last part of a client's pipeline: Netty calls it on its loop's thread whenever something happens to the client.
 */
final class NettyGuest extends SimpleChannelInboundHandler<ByteBuf> {
    private final Channel channel;
    private final ChannelGroup guests;
    private final String name;
    private final Inbox inbox;

    NettyGuest(Channel channel, ChannelGroup guests) {
        this.channel = channel;
        this.guests = guests;
        this.name = Wire.name((InetSocketAddress) channel.remoteAddress());
        this.inbox = new Inbox(
                line -> tellOthers(Wire.message(name, line)),
                () -> channel.writeAndFlush(Unpooled.wrappedBuffer(Wire.TOO_LONG)));
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        guests.add(channel); // and whoever is closed is no longer in it
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ByteBuf bytes) {
        Duration pause = inbox.receive(bytes.nioBuffer());
        if (pause.isPositive() && channel.config().isAutoRead()) {
            channel.config().setAutoRead(false);
            channel.eventLoop()
                    .schedule(() -> channel.config().setAutoRead(true), pause.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private void tellOthers(byte[] message) {
        guests.writeAndFlush(Unpooled.wrappedBuffer(message), ChannelMatchers.isNot(channel), true);
    }

    /** As soon as too much waits for this client, and again when less does. */
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

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        inbox.end();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable gone) {
        channel.close();
    }
}
