package chatserver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.stream.Stream;

/** The {@code main} of every server: parses the arguments, prints the address, and runs the server until Ctrl-C. */
final class ServerRunner {
    private ServerRunner() {}

    /**
     * @throws IllegalArgumentException when an argument is wrong, or its address is not one of this machine
     * @throws IOException when the port is in use, with a message that says what to do
     */
    static void run(ChatServer server, String... arguments) throws Exception {
        InetSocketAddress address = Arguments.of(arguments).address();
        Thread serving = Thread.currentThread();
        var onShutdown = new Thread(() -> stop(serving));
        Runtime.getRuntime().addShutdownHook(onShutdown);
        try {
            warnIfPublic(address);
            server.serve(address, ServerRunner::announce);
        } catch (InterruptedException ctrlC) {
            IO.println("Closed.");
            Thread.currentThread().interrupt();
        } catch (IOException | UncheckedIOException refused) {
            throw explained(address, refused);
        } finally {
            removeHook(onShutdown);
        }
    }

    /** Runs when Ctrl-C ends the JVM. Waits until the server has notified its clients. */
    private static void stop(Thread serving) {
        serving.interrupt();
        try {
            serving.join(2 * ChatServer.FAREWELL.toMillis());
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
        }
    }

    private static void removeHook(Thread onShutdown) {
        try {
            Runtime.getRuntime().removeShutdownHook(onShutdown);
        } catch (IllegalStateException shuttingDown) {
            // the hook is running, and waits for this thread
        }
    }

    private static void warnIfPublic(InetSocketAddress address) {
        if (!address.getAddress().isLoopbackAddress()) {
            IO.println("WARNING: anyone who can reach " + Protocol.name(address) + " can read and write in this chat,");
            IO.println("without a password. Use it only in a network that you trust.");
        }
    }

    private static void announce(InetSocketAddress address) {
        String name =
                address.getAddress().isAnyLocalAddress() ? "0.0.0.0:" + address.getPort() : Protocol.name(address);
        IO.println("Serving on " + name + " until Ctrl-C. Connect from other terminals:");
        IO.println("  " + commandsToConnect(new InetSocketAddress(Arguments.reachable(address), address.getPort())));
        if (address.getAddress().isAnyLocalAddress()) {
            addressForOthers()
                    .map(host -> new InetSocketAddress(host, address.getPort()))
                    .forEach(here -> IO.println("On other machines: " + commandsToConnect(here)));
        }
    }

    private static String commandsToConnect(InetSocketAddress address) {
        String arguments = Arguments.typed(address);
        return "nc " + address.getAddress().getHostAddress() + " " + address.getPort() + "   or this lesson's client"
                + (arguments.isEmpty() ? "" : " with " + arguments);
    }

    /** An address at which other machines can reach this one; empty without a network. */
    private static Stream<InetAddress> addressForOthers() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                    .limit(1);
        } catch (SocketException unknown) {
            return Stream.empty();
        }
    }

    private static Exception explained(InetSocketAddress address, Exception refused) {
        Throwable cause = refused instanceof UncheckedIOException wrapped ? wrapped.getCause() : refused;
        if (!(cause instanceof BindException)) {
            return refused;
        }
        return String.valueOf(cause.getMessage()).contains("in use")
                ? new IOException(portInUse(address.getPort()), refused)
                : new IllegalArgumentException(
                        "Cannot listen on " + Protocol.name(address) + ": " + cause.getMessage() + ".\n"
                                + "Check that it is an address of this machine, and that the port is above 1023.",
                        refused);
    }

    private static String portInUse(int port) {
        int other = port < 65_535 ? port + 1 : port - 1;
        return "Port " + port + " is in use, perhaps by a chat server in another terminal.\n"
                + "To find the program that uses it: " + commandToFindListener(port) + "\n"
                + "Stop that program, or choose another port: --port " + other;
    }

    private static String commandToFindListener(int port) {
        String system = System.getProperty("os.name");
        if (system.startsWith("Linux")) {
            return "ss -ltnp 'sport = :" + port + "'";
        }
        return system.startsWith("Windows")
                ? "netstat -ano | findstr :" + port
                : "lsof -nP -iTCP:" + port + " -sTCP:LISTEN";
    }
}
