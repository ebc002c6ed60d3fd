package interleave.notebook;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageContext;
import org.dflib.jjava.jupyter.messages.reply.InputReply;
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
        while (somethingWasTyped()) {
            stdin.readMessage();
        }
        stdin.sendMessage(new Message<>(cell, InputRequest.MESSAGE_TYPE, new InputRequest("", false)));
        while (!givenUp.get()) {
            if (somethingWasTyped()) {
                return Optional.of(stdin.readMessage(InputReply.MESSAGE_TYPE).getContent().getValue());
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        return Optional.empty();
    }

    private boolean somethingWasTyped() {
        return (stdin.getEvents() & ZMQ.Poller.POLLIN) != 0;
    }
}
