package interleave.virtualtime.install;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Optional;

/** Puts virtual time into the running JVM, once: no {@code -javaagent} is needed on the command line. */
public final class Installation {
    private static boolean done;
    /** Why it cannot be done; it is not tried twice. */
    private static Optional<IOException> impossible = Optional.empty();

    private Installation() {}

    /**
     * Installs virtual time, unless that has been done.
     *
     * @throws IllegalStateException when this JVM takes no agents, or is one where virtual time does not hold
     */
    public static synchronized void ensure() {
        if (impossible.isEmpty() && !done) {
            try {
                install(AgentJar.write());
                refuseIfItDoesNotHold();
                done = true;
            } catch (IOException failure) {
                impossible = Optional.of(failure);
            }
        }
        impossible.ifPresent(failure -> {
            throw new IllegalStateException("virtual time cannot be installed: " + failure.getMessage(), failure);
        });
    }

    /** The agent tests itself, and leaves a sentence when it fails. Its class must not be named before it is loaded. */
    private static void refuseIfItDoesNotHold() throws IOException {
        String failure = System.getProperty("interleave.virtualtime.failure");
        if (failure != null) {
            throw new IOException(failure);
        }
    }

    /** A JVM refuses to attach to itself unless told otherwise at its start; then a second one does it. */
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
        String said = new String(attacher.getInputStream().readAllBytes(), Charset.defaultCharset());
        try {
            if (attacher.waitFor() != 0) {
                throw new IOException(said.strip());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        }
    }
}
