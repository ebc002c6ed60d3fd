package interleave.course.jvm;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import interleave.course.lessons.CourseException;
import interleave.course.terminal.ShutdownHook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import javax.management.InstanceAlreadyExistsException;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.ReflectionException;
import javax.management.openmbean.CompositeData;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * A connection with another JVM of this machine, by the management agent that every JDK has. No code of ours is loaded
 * into a program that does not have the event loop already, and nothing runs on the threads of the program.
 */
public final class LiveJvm implements AutoCloseable {
    private static final int OLDEST_JDK = 25;
    private static final String LOOPS = "interleave.eventloop.inspection.EventLoops";
    /** More nodes than this are not read, because the other JVM needs memory for them. */
    private static final int MOST_NODES = 100_000;

    private final JMXConnector connector;
    private final MBeanServerConnection server;
    private final String version;
    private final boolean hasLoops;

    private LiveJvm(JMXConnector connector, String version) throws IOException, JMException {
        this.connector = connector;
        this.server = connector.getMBeanServerConnection();
        this.version = version;
        this.hasLoops = createBean();
    }

    /**
     * Connects.
     *
     * @throws CourseException if the JVM does not allow it
     */
    @SuppressWarnings("BanJNDI") // the address is a local one, and comes from a process of the same user
    public static LiveJvm attach(JavaProcess process) throws IOException, JMException {
        VirtualMachine jvm;
        try {
            jvm = VirtualMachine.attach(String.valueOf(process.pid()));
        } catch (AttachNotSupportedException refused) {
            throw new CourseException(
                    "Process " + process.pid() + " does not answer: " + refused.getMessage(),
                    "Was it started with -XX:+DisableAttachMechanism? Then start it without.");
        }
        try {
            Properties properties = jvm.getSystemProperties();
            checkVersion(process, properties.getProperty("java.specification.version", ""));
            var address = new JMXServiceURL(jvm.startLocalManagementAgent());
            return new LiveJvm(JMXConnectorFactory.connect(address), properties.getProperty("java.version", ""));
        } finally {
            jvm.detach();
        }
    }

    private static void checkVersion(JavaProcess process, String version) {
        if (version.startsWith("1.") || Integer.parseInt(version) < OLDEST_JDK) {
            throw new CourseException(
                    "Process " + process.pid() + " runs on JDK " + version
                            + ", whose thread dumps lack what the tree needs.",
                    "Start it with JDK " + OLDEST_JDK + " or newer.");
        }
    }

    /** The version of its JDK. */
    public String version() {
        return version;
    }

    /** Returns false if the program does not have the event loop. */
    private boolean createBean() throws IOException, JMException {
        try {
            server.createMBean(LOOPS, bean());
            return true;
        } catch (InstanceAlreadyExistsException earlier) {
            return true;
        } catch (ReflectionException absent) {
            return false;
        }
    }

    private static ObjectName bean() throws JMException {
        return new ObjectName("interleave.eventloop:type=EventLoops");
    }

    /** Reads loops, tasks and threads, one after the other. */
    public Reading read() throws IOException, JMException {
        long start = System.nanoTime();
        List<LoopState> loops = hasLoops ? loops() : List.of();
        List<ThreadContainer> threads = threads();
        return new Reading(loops, threads, Duration.ofNanos(System.nanoTime() - start));
    }

    private List<LoopState> loops() throws IOException, JMException {
        var data = (CompositeData[]) server.invoke(bean(), "read", new Object[] {MOST_NODES}, new String[] {"int"});
        return Arrays.stream(data).map(LoopState::of).toList();
    }

    /** The other JVM writes the file, so its user must be ours. */
    private List<ThreadContainer> threads() throws IOException, JMException {
        Path folder = Files.createTempDirectory("interleave-tree");
        Path file = folder.resolve("threads.json");
        var cleanUp = ShutdownHook.of(() -> delete(file, folder)); // after Ctrl-C
        try {
            server.invoke(
                    new ObjectName("com.sun.management:type=HotSpotDiagnostic"),
                    "dumpThreads",
                    new Object[] {file.toString(), "JSON"},
                    new String[] {String.class.getName(), String.class.getName()});
            return ThreadDump.read(file);
        } finally {
            cleanUp.close();
            delete(file, folder);
        }
    }

    private static void delete(Path... files) {
        for (Path file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException leftInTheTemporaryFolder) {
                // the system deletes it some day
            }
        }
    }

    @Override
    public void close() throws IOException {
        connector.close();
    }
}
