package interleave.eventloop;

import interleave.eventloop.futures.AwaitedFuture;
import interleave.eventloop.network.Selection.ChannelHandler;
import interleave.eventloop.observation.Owner;
import interleave.eventloop.observation.WaitReason;
import interleave.eventloop.scheduling.Scheduler;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/** A connection that is being established. Cancelling it closes its channel. */
final class Connecting extends AwaitedFuture<Connection> {

    private final InetSocketAddress address;
    private final Owner requester;
    private SocketChannel channel;

    Connecting(Scheduler loop, InetSocketAddress address) {
        super(loop);
        this.address = address;
        this.requester = loop.owner();
    }

    @Override
    public Optional<WaitReason> waitReason() {
        return Optional.of(new WaitReason("connect", "connect to " + Addresses.shown(address)));
    }

    void start() {
        try {
            channel = SocketChannel.open();
            loop.selection()
                    .register(
                            channel, SelectionKey.OP_CONNECT, new ChannelHandler(this::selected, () -> cancel(false)));
            if (channel.connect(address)) {
                selected();
            }
        } catch (IOException | RuntimeException failed) {
            refuse(failed);
        }
    }

    private void selected() {
        if (isDone()) {
            return;
        }
        loop.switchTo(requester);
        try {
            channel.finishConnect();
            complete(new Connection(loop, channel));
        } catch (IOException refused) {
            refuse(refused);
        }
    }

    private void refuse(Exception refused) {
        closeChannel();
        completeExceptionally(new IOException(
                "cannot connect to " + Addresses.shown(address) + ": " + Addresses.reason(refused), refused));
    }

    @Override
    protected void cancelOnLoop() {
        closeChannel();
        super.cancelOnLoop();
    }

    private void closeChannel() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException ignored) {
            // it was not connected, so no data is lost
        }
    }
}
