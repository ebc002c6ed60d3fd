package interleave.virtualtime.install;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Optional;

/** Installs virtual time in the running JVM, once, so that the command line needs no {@code -javaagent}. */
public final class Installation {
    private static boolean done;
    /** Why the installation failed. It is not tried again. */
    private static Optional<IOException> failed = Optional.empty();

    private Installation() {}

    /**
     * Installs virtual time if it is not installed yet.
     *
     * @throws IllegalStateException if this JVM does not accept agents, or virtual time does not work on it
     */
    public static synchronized void ensure() {
        if (failed.isEmpty() && !done) {
            try {
                install(AgentJar.write());
                throwIfSelfTestFailed();
                done = true;
            } catch (IOException failure) {
                failed = Optional.of(failure);
            }
        }
        failed.ifPresent(failure -> {
            throw new IllegalStateException("Cannot install virtual time: " + failure.getMessage(), failure);
        });
    }

    /** Reads the result of the self-test from a property. Naming the class of the agent would load it too early. */
    private static void throwIfSelfTestFailed() throws IOException {
        String failure = System.getProperty("interleave.virtualtime.failure");
        if (failure != null) {
            throw new IOException(failure);
        }
    }

    /** Uses a second JVM to attach, unless this one was started with permission to attach to itself. */
    private static void install(Path jar) throws IOException {
        long pid = ProcessHandle.current().pid();
        if (Boolean.getBoolean("jdk.attach.allowAttachSelf")) {
            Attacher.attach(pid, jar);
        } else {
            attachFromOutside(pid, jar);
        }
    }

    private static void attachFromOutside(long pid, Path jar) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process attacher = new ProcessBuilder(
                        java.toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        AgentJar.source().toString(),
                        Attacher.class.getName(),
                        String.valueOf(pid),
                        jar.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(attacher.getInputStream().readAllBytes(), Charset.defaultCharset());
        try {
            if (attacher.waitFor() != 0) {
                throw new IOException(output.strip());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while loading the agent", stopped);
        }
    }
}
