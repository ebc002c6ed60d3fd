package manymachines;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jgroups.Address;
import org.jgroups.BytesMessage;
import org.jgroups.JChannel;
import org.jgroups.MergeView;
import org.jgroups.Message;
import org.jgroups.Receiver;
import org.jgroups.protocols.DISCARD;
import org.jgroups.util.UUID;

/** A cluster on JGroups, a library for reliable messages in a group of processes. */
abstract class JGroupsCluster implements Cluster {
    private static final String NAME = "chat";
    /** Strong references: the JDK keeps only weak ones, so the loggers and their levels could be collected. */
    private static final List<Logger> LOGS =
            List.of(Logger.getLogger("org.jgroups"), Logger.getLogger(BreakableTcp.class.getName()));

    private JChannel channel;

    /** The protocols of this version, from the network upwards. */
    abstract List<org.jgroups.stack.Protocol> protocols(int node, Ports ports, Duration silence) throws Exception;

    @Override
    public final void join(int node, Ports ports, Duration silence, Listener listener) throws Exception {
        LOGS.forEach(log -> log.setLevel(Level.OFF));
        channel = new JChannel(protocols(node, ports, silence));
        channel.name("node " + node);
        channel.addAddressGenerator(() -> addressOf(node));
        channel.setReceiver(receiver(listener));
        try {
            channel.connect(NAME);
        } catch (Exception refused) {
            channel.close();
            throw refused;
        }
    }

    /**
     * The upper half of the address is the number of the node, and the lower half is the time. If several nodes start
     * at once, JGroups lets the one with the lowest address begin the cluster: it is the one with the shortest search.
     */
    private static Address addressOf(int node) {
        return new UUID(node, System.currentTimeMillis());
    }

    private static int nodeAt(Address address) {
        return (int) ((UUID) address).getMostSignificantBits();
    }

    private static Receiver receiver(Listener listener) {
        return new Receiver() {
            @Override
            public void receive(Message message) {
                // getObject would deserialize a Java object if the sender has sent one
                int start = message.getOffset();
                listener.received(Arrays.copyOfRange(message.getArray(), start, start + message.getLength()));
            }

            @Override
            public void viewAccepted(org.jgroups.View view) {
                listener.viewChanged(new View(
                        view.getMembers().stream().map(JGroupsCluster::nodeAt).toList(), view instanceof MergeView));
            }
        };
    }

    @Override
    public final void send(byte[] message) {
        try {
            channel.send(new BytesMessage(null, message)); // null as receiver: all nodes, this one included
        } catch (IllegalStateException closed) {
            throw closed;
        } catch (Exception failed) {
            throw new IllegalStateException("The message was not sent.", failed);
        }
    }

    @Override
    public final void breakConnections() {
        BreakableTcp network = channel.getProtocolStack().findProtocol(BreakableTcp.class);
        network.breakConnections();
    }

    @Override
    public final void cutOff(Set<Integer> nodes) {
        DISCARD network = channel.getProtocolStack().findProtocol(DISCARD.class);
        network.resetIgnoredMembers();
        channel.getView().getMembers().stream()
                .filter(member -> nodes.contains(nodeAt(member)))
                .forEach(network::addIgnoredMembers);
    }

    @Override
    public final void close() {
        channel.close();
    }
}
