package interleave.virtualtime.install;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.nio.file.Path;

/** Loads an agent into a JVM: {@code Attacher PID JAR}. A separate program, for a JVM that may not attach to itself. */
final class Attacher {
    private Attacher() {}

    static void main(String[] arguments) {
        try {
            attach(Long.parseLong(arguments[0]), Path.of(arguments[1]));
        } catch (IOException refused) {
            System.err.println(refused.getMessage());
            System.exit(1);
        }
    }

    /** @throws IOException if the JVM does not accept agents, or the agent fails */
    static void attach(long pid, Path agent) throws IOException {
        try {
            VirtualMachine jvm = VirtualMachine.attach(String.valueOf(pid));
            try {
                jvm.loadAgent(agent.toString(), agent.toString());
            } finally {
                jvm.detach();
            }
        } catch (AttachNotSupportedException | AgentLoadException | AgentInitializationException refused) {
            throw new IOException("the JVM rejected the virtual-time agent: " + refused.getMessage(), refused);
        }
    }
}
