package interleave.notebook.kernel;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.dflib.jjava.jupyter.channels.JupyterSocket;
import org.dflib.jjava.jupyter.channels.ShellChannel;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.channels.StdinChannel;
import org.dflib.jjava.jupyter.messages.Header;
import org.dflib.jjava.jupyter.messages.KernelTimestamp;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageContext;
import org.jspecify.annotations.Nullable;

/**
 * Sends the messages that answer one request, each with the date at which it is sent. The library writes dates without
 * seconds, which front ends cannot parse.
 */
final class DatedReplies extends ShellReplyEnvironment {
    /** The thread whose next message is deferred. Output of cells comes from another thread, and is not deferred. */
    private volatile @Nullable Thread deferring;

    DatedReplies(ShellChannel shell, StdinChannel stdin, JupyterSocket iopub, MessageContext request) {
        super(shell, stdin, iopub, request);
    }

    @Override
    public ShellReplyEnvironment defer() {
        deferring = Thread.currentThread();
        return this;
    }

    @Override
    public void publish(Message<?> message) {
        send(getIopub(), message);
    }

    @Override
    public void reply(Message<?> message) {
        send(getShell(), message);
    }

    private void send(JupyterSocket socket, Message<?> message) {
        if (deferring == Thread.currentThread()) {
            deferring = null;
            defer(() -> socket.sendMessage(dated(message)));
        } else {
            socket.sendMessage(dated(message));
        }
    }

    /** A copy with the current date, in ISO 8601 with microseconds. */
    static <T> Message<T> dated(Message<T> message) {
        Header<T> header = message.getHeader();
        var now =
                new KernelTimestamp(Instant.now().truncatedTo(ChronoUnit.MICROS).toString());
        return new Message<>(
                message.getIdentities(),
                new Header<>(
                        header.getId(),
                        header.getUsername(),
                        header.getSessionId(),
                        now,
                        header.getType(),
                        header.getVersion()),
                message.getParentHeader(),
                message.getMetadata(),
                message.getContent(),
                message.getBlobs());
    }
}
