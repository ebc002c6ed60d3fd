package interleave.notebook.kernel;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.channels.ShellChannel;
import org.dflib.jjava.jupyter.channels.ShellHandler;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageContext;
import org.dflib.jjava.jupyter.messages.reply.InputReply;
import org.dflib.jjava.jupyter.messages.request.ExecuteRequest;
import org.dflib.jjava.jupyter.messages.request.InputRequest;
import org.zeromq.ZMQ;

/**
 * The sockets to Jupyter. Unlike that of the library, its request for input can be cancelled, and its messages have
 * complete dates.
 */
final class Connection extends JupyterConnection {
    private static final Duration POLL_INTERVAL = Duration.ofMillis(20);

    Connection(KernelConnectionProperties properties) throws NoSuchAlgorithmException, InvalidKeyException {
        super(properties);
    }

    @Override
    public ShellReplyEnvironment prepareReplyEnv(ShellChannel channel, MessageContext request) {
        return new DatedReplies(channel, stdin, iopub, request);
    }

    /** Requests input for a cell. Discards input that was typed for a request that was cancelled. */
    Optional<String> askForInput(MessageContext cell, AtomicBoolean cancelled) throws InterruptedException {
        while (hasMessage(stdin)) {
            stdin.readMessage();
        }
        stdin.sendMessage(
                DatedReplies.dated(new Message<>(cell, InputRequest.MESSAGE_TYPE, new InputRequest("", false))));
        while (!cancelled.get()) {
            if (hasMessage(stdin)) {
                return Optional.of(
                        stdin.readMessage(InputReply.MESSAGE_TYPE).getContent().getValue());
            }
            Thread.sleep(POLL_INTERVAL);
        }
        return Optional.empty();
    }

    /** Removes the messages that are queued after the running cell. */
    List<Message<?>> takeQueued() {
        var waiting = new ArrayList<Message<?>>();
        while (hasMessage(shell)) {
            waiting.add(shell.readMessage());
        }
        return waiting;
    }

    /**
     * Handles the messages that were queued after a failed cell, without running further cells.
     *
     * @param refuse sends the reply to a cell that is not run
     */
    void handleButRefuseCells(List<Message<?>> waiting, Consumer<ShellReplyEnvironment> refuse) {
        waiting.forEach(message -> handle(message, refuse));
    }

    private <T> void handle(Message<T> message, Consumer<ShellReplyEnvironment> refuse) {
        ShellReplyEnvironment front = prepareReplyEnv(shell, message);
        ShellHandler<T> handler = getHandler(message.getHeader().getType());
        if (message.getContent() instanceof ExecuteRequest) {
            front.setBusyDeferIdle();
            refuse.accept(front);
        } else if (handler != null) {
            handler.handle(front, message);
        }
        front.resolveDeferrals();
    }

    private static boolean hasMessage(ZMQ.Socket socket) {
        return (socket.getEvents() & ZMQ.Poller.POLLIN) != 0;
    }
}
