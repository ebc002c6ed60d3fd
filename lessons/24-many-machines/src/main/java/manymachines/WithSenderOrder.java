package manymachines;

import java.time.Duration;
import java.util.List;
import org.jgroups.stack.Protocol;

/** JGroups by default: all nodes receive the messages of one sender in the order in which it sent them. */
public final class WithSenderOrder extends JGroupsCluster {

    @Override
    List<Protocol> protocols(int node, Ports ports, Duration silence) throws Exception {
        return JGroupsStack.reliable(node, ports, silence);
    }

    static void main(String... arguments) throws Exception {
        Launcher.run("sender-order", arguments);
    }
}
