package chatserver;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** A client over a real socket, as bare as {@code nc}. */
final class Talker implements AutoCloseable {
    private static final String ARRIVED = "(arrived)";

    private final Socket socket = new Socket();
    private final InputStream in;

    /** A client of whom nobody knows whether the server has noticed it. */
    Talker(InetSocketAddress server) throws IOException {
        this(server, 0);
    }

    /** @param receiveBuffer bytes that the system keeps for it while it does not read; 0 is as usual */
    Talker(InetSocketAddress server, int receiveBuffer) throws IOException {
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(Running.PATIENCE_SECONDS * 1000);
        socket.connect(server);
        in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
    }

    /** Comes to the chat, and waits until {@code witness}, who came before, has heard it: then it is in the chat. */
    Talker arrive(Talker witness) throws IOException {
        say(ARRIVED);
        while (!witness.rawLine().equals(says(ARRIVED))) {
            // somebody else's line
        }
        return this;
    }

    /** As many clients, all of them in the chat: the first has heard each of the others. */
    static List<Talker> arrive(InetSocketAddress server, int count) throws IOException {
        var talkers = new ArrayList<Talker>();
        var unheard = new HashSet<String>();
        for (int number = 0; number < count; number++) {
            var talker = new Talker(server);
            if (number > 0) {
                talker.say(ARRIVED);
                unheard.add(talker.says(ARRIVED));
            }
            talkers.add(talker);
        }
        while (!unheard.isEmpty()) {
            unheard.remove(talkers.getFirst().rawLine());
        }
        return talkers;
    }

    /** As the others see it. */
    String name() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    String says(String line) {
        return name() + ": " + line;
    }

    void say(String line) throws IOException {
        send((line + "\n").getBytes(UTF_8));
    }

    void send(byte... bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** The next line, but for those of clients that arrive. Null at the end. */
    String hear() throws IOException {
        String line = rawLine();
        while (line != null && line.endsWith(ARRIVED)) {
            line = rawLine();
        }
        return line;
    }

    List<String> hear(int count) throws IOException {
        var lines = new ArrayList<String>();
        while (lines.size() < count) {
            lines.add(hear());
        }
        return lines;
    }

    private String rawLine() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return null;
            }
            line.write(next);
        }
        return line.toString(UTF_8);
    }

    /** All bytes there are until the server closes, or breaks, the connection; returns how many. */
    long readToTheEnd() throws IOException {
        long count = 0;
        try {
            byte[] buffer = new byte[64 * 1024];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                count += read;
            }
        } catch (SocketTimeoutException open) {
            throw open;
        } catch (IOException broken) {
            // an end as well
        }
        return count;
    }

    /** Reads to the end, on a thread of its own. */
    Thread readInParallel() {
        return Thread.startVirtualThread(() -> {
            try (this) {
                readToTheEnd();
            } catch (IOException stuck) {
                throw new UncheckedIOException(stuck);
            }
        });
    }

    /** From now on, reads fail with a {@link SocketTimeoutException} when nothing comes for so long. */
    void giveUpAfter(Duration silence) throws IOException {
        socket.setSoTimeout((int) silence.toMillis());
    }

    void stopSending() throws IOException {
        socket.shutdownOutput();
    }

    /** As a machine that loses its power, and is back: the server gets a reset. */
    void vanish() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
