package benchmarks.manymachines;

import manymachines.Cluster;
import manymachines.WithSenderOrder;
import manymachines.WithTcpMesh;
import manymachines.WithTotalOrder;

/** The versions of the lesson. */
public enum ClusterVersion {
    TCP_MESH,
    SENDER_ORDER,
    TOTAL_ORDER;

    Cluster open() {
        return switch (this) {
            case TCP_MESH -> new WithTcpMesh();
            case SENDER_ORDER -> new WithSenderOrder();
            case TOTAL_ORDER -> new WithTotalOrder();
        };
    }
}
