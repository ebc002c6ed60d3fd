package interleave.virtualtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;

/** Puts virtual time into the running JVM, once: no {@code -javaagent} is needed on the command line. */
final class Installation {
    private static boolean done;

    private Installation() {}

    /** @throws IllegalStateException when this JVM takes no agents, or is one where virtual time does not hold */
    static synchronized void ensure() {
        if (!done) {
            try {
                install(AgentJar.write());
            } catch (IOException impossible) {
                throw new UncheckedIOException("virtual time cannot be installed: " + impossible.getMessage(),
                        impossible);
            }
            done = true;
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
        Process attacher = new ProcessBuilder(java.toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp",
                AgentJar
                        .source().toString(),
                Attacher.class.getName(), String.valueOf(pid), jar.toString()).redirectErrorStream(true)
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
