package manymachines;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jgroups.protocols.SEQUENCER;
import org.jgroups.stack.Protocol;

/**
 * All nodes receive all messages in the same order. The oldest node decides the order, so every message of another node
 * makes a detour through it.
 */
public final class WithTotalOrder extends JGroupsCluster {

    @Override
    List<Protocol> protocols(int node, Ports ports, Duration silence) throws Exception {
        var protocols = new ArrayList<>(JGroupsStack.reliable(node, ports, silence));
        protocols.add(new SEQUENCER());
        return protocols;
    }

    static void main(String... arguments) throws Exception {
        Launcher.run("total-order", arguments);
    }
}
