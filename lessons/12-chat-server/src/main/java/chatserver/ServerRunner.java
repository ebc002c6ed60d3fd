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

/** Runs a server for whoever typed its command, until Ctrl-C. */
final class Host {
    private Host() {}

    /** @throws BadArgument when it cannot listen there, with what to do */
    static void run(ChatServer server, String... arguments) throws Exception {
        InetSocketAddress address = Arguments.of(arguments).address();
        Thread serving = Thread.currentThread();
        var ctrlC = new Thread(() -> end(serving));
        Runtime.getRuntime().addShutdownHook(ctrlC);
        try {
            warnOfStrangers(address);
            server.serve(address, Host::announce);
        } catch (InterruptedException ended) {
            IO.println("Closed.");
            Thread.currentThread().interrupt();
        } catch (IOException | UncheckedIOException refused) {
            throw explained(address, refused);
        }
    }

    /** Ctrl-C without the course around: the JVM ends, and waits for this. */
    private static void end(Thread serving) {
        serving.interrupt();
        try {
            serving.join(2 * ChatServer.FAREWELL.toMillis());
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
        }
    }

    private static void warnOfStrangers(InetSocketAddress address) {
        if (!address.getAddress().isLoopbackAddress()) {
            IO.println("WARNING: on " + Wire.name(address) + " everybody who reaches this machine can read and write,");
            IO.println("without a password. Only for a network whose people you know.");
        }
    }

    private static void announce(InetSocketAddress address) {
        String name = address.getAddress().isAnyLocalAddress() ? "0.0.0.0:" + address.getPort() : Wire.name(address);
        IO.println("Serving on " + name + " until Ctrl-C. Talk to it in other terminals:");
        IO.println("  " + ways(new InetSocketAddress(Arguments.here(address), address.getPort())));
        if (address.getAddress().isAnyLocalAddress()) {
            forOthers()
                    .forEach(here ->
                            IO.println("On other machines: " + ways(new InetSocketAddress(here, address.getPort()))));
        }
    }

    private static String ways(InetSocketAddress address) {
        return "./lesson chat-server --client" + Arguments.typed(address) + "   or   nc "
                + address.getAddress().getHostAddress() + " " + address.getPort();
    }

    /** Where others find this machine: one address, even of a machine in several networks. */
    private static Stream<InetAddress> forOthers() {
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
                ? taken(address.getPort())
                : new BadArgument(
                        "Cannot listen on " + Wire.name(address) + ": " + cause.getMessage() + ".",
                        "Is that an address of this machine, and the port above 1023?");
    }

    private static BadArgument taken(int port) {
        int other = port < 65_535 ? port + 1 : port - 1;
        return new BadArgument(
                "Port " + port + " is taken, perhaps by a chat server in another terminal.",
                "Which program it is: " + whoListens(port),
                "End it, or take another port: ./lesson chat-server -- --port " + other);
    }

    private static String whoListens(int port) {
        String system = System.getProperty("os.name");
        if (system.startsWith("Linux")) {
            return "ss -ltnp 'sport = :" + port + "'";
        }
        return system.startsWith("Windows")
                ? "netstat -ano | findstr :" + port
                : "lsof -nP -iTCP:" + port + " -sTCP:LISTEN";
    }
}
