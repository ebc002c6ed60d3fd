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
import org.dflib.jjava.jupyter.channels.ShellHandler;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageContext;
import org.dflib.jjava.jupyter.messages.reply.InputReply;
import org.dflib.jjava.jupyter.messages.request.ExecuteRequest;
import org.dflib.jjava.jupyter.messages.request.InputRequest;
import org.zeromq.ZMQ;

/** The sockets to Jupyter. The library's way to ask for input waits for ever; this one can be told to give up. */
final class Connection extends JupyterConnection {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    Connection(KernelConnectionProperties properties) throws NoSuchAlgorithmException, InvalidKeyException {
        super(properties);
    }

    /** Asks on behalf of a cell's request; what was typed for a question given up before is passed over. */
    Optional<String> askForInput(MessageContext cell, AtomicBoolean givenUp) throws InterruptedException {
        while (hasCome(stdin)) {
            stdin.readMessage();
        }
        stdin.sendMessage(new Message<>(cell, InputRequest.MESSAGE_TYPE, new InputRequest("", false)));
        while (!givenUp.get()) {
            if (hasCome(stdin)) {
                return Optional.of(
                        stdin.readMessage(InputReply.MESSAGE_TYPE).getContent().getValue());
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        return Optional.empty();
    }

    /** Takes what waits already behind the cell that runs. */
    List<Message<?>> takeWaiting() {
        var waiting = new ArrayList<Message<?>>();
        while (hasCome(shell)) {
            waiting.add(shell.readMessage());
        }
        return waiting;
    }

    /**
     * Handles what waited behind a cell that failed: whoever runs all cells does not want those behind it to run.
     *
     * @param refuse replies to a request to run a cell
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

    private static boolean hasCome(ZMQ.Socket socket) {
        return (socket.getEvents() & ZMQ.Poller.POLLIN) != 0;
    }
}
