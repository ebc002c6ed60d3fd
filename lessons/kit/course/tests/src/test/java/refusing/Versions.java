package refusing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;

/** Refuses its arguments, as a lesson does. */
class RefusedArguments {
    static void main(String[] args) {
        refuse(args[0]);
    }

    private static void refuse(String word) {
        throw new IllegalArgumentException("'" + word + "' is no number.\nExpected a number from 1 to 9.");
    }
}

/** Refuses to run because its port is in use by another program. */
class PortInUse {
    static void main(String[] args) throws IOException {
        throw new IOException("Port 8888 is in use.");
    }
}

/** A mistake: the JDK refuses to sleep for a negative time. */
class NegativeSleep {
    static void main(String[] args) throws InterruptedException {
        Thread.sleep(-1);
    }
}

/** A mistake: the JDK refuses a pool without threads. */
class PoolWithoutThreads {
    static void main(String[] args) {
        Executors.newFixedThreadPool(0).close();
    }
}

/** A mistake: the JDK finds no such file. */
class MissingFile {
    static void main(String[] args) throws IOException {
        Files.readString(Path.of("no such file"));
    }
}

/** Waits for a socket, which virtual time refuses. A thread of its own fails, and main goes on. */
class Sockets {
    static void main(String[] args) throws InterruptedException {
        Thread server = Thread.ofPlatform().name("server").start(() -> {
            try (var listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                listening.accept();
            } catch (IOException refused) {
                throw new IllegalStateException(refused);
            }
        });
        server.join();
        IO.println("No client came");
    }
}

/** A thread ends with an exception of its own. */
class FailingThread {
    static void main(String[] args) throws InterruptedException {
        Thread guest = Thread.ofPlatform().name("guest").start(() -> {
            throw new IllegalStateException("no chair");
        });
        guest.join();
    }
}
