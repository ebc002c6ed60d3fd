package manymachines;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jgroups.blocks.cs.Connection;
import org.jgroups.conf.ClassConfigurator;
import org.jgroups.protocols.TCP;

/** For experiments: TCP whose connections can be broken, as a restarting network does. */
final class BreakableTcp extends TCP {

    BreakableTcp() {
        setId(ClassConfigurator.getProtocolId(TCP.class)); // JGroups knows protocols by their class
    }

    /**
     * Closes all connections. {@link #clearConnections} also forgets those that are opened in the meantime, but leaves
     * them open. The other node then rejects every later one, because it has a connection already.
     */
    void breakConnections() {
        srv.forAllConnections((peer, connection) -> close(connection));
    }

    private static void close(Connection connection) {
        try {
            connection.close(false);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
