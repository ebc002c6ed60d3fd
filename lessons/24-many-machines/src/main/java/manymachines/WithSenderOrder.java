package manymachines;

import java.util.List;
import org.jgroups.stack.Protocol;

/** JGroups as it is: all nodes receive the messages of one sender in the order in which it sent them. */
public final class WithSenderOrder extends JGroupsCluster {

    @Override
    List<Protocol> protocols(int node, Ports ports) throws Exception {
        return JGroupsStack.reliable(node, ports);
    }

    static void main(String... arguments) throws Exception {
        Launcher.run("sender-order", arguments);
    }
}
