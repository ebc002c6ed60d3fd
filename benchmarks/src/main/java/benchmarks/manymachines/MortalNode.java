package benchmarks.manymachines;

import benchmarks.processes.ChildProcess;
import java.io.IOException;
import java.util.List;
import manymachines.Ports;

/** A node in a process of its own, which can be killed. */
final class MortalNode {
    private MortalNode() {}

    static ChildProcess start(ClusterVersion version, int number, int basePort) throws IOException {
        return ChildProcess.java(
                "node " + number,
                List.of("-XX:TieredStopAtLevel=1"),
                MortalNode.class,
                version.name(),
                "" + number,
                "" + basePort);
    }

    /** Ends with its input, so it does not outlive the benchmark. */
    static void main(String[] arguments) throws Exception {
        var version = ClusterVersion.valueOf(arguments[0]);
        var ports = new Ports(Integer.parseInt(arguments[2]));
        var node = new ClusterNode(version, Integer.parseInt(arguments[1]), ports);
        IO.println("joined");
        while (IO.readln() != null) {
            // until the end of the input
        }
        node.close();
    }
}
