package interleave.virtualtime.install;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.Deflater;

/** Writes the engine's classes to a jar when needed, because the JVM loads agents and boot classes only from jars. */
final class AgentJar {
    private static final String ENGINE = "interleave/virtualtime/engine/";
    private static final String AGENT = "interleave.virtualtime.engine.agent.Agent";

    private AgentJar() {}

    /**
     * Writes the jar to a temporary file, which is deleted when the JVM exits.
     *
     * @throws FileSystemException if it cannot be written, such as on a full disk
     */
    static Path write() throws IOException {
        Path jar = Files.createTempFile("virtual-time-engine", ".jar");
        jar.toFile().deleteOnExit();
        try {
            write(jar);
            return jar;
        } catch (IOException refused) {
            Files.deleteIfExists(jar);
            throw withFile(jar, refused);
        }
    }

    /** Names the file, which the JDK does not do when the disk is full. */
    private static FileSystemException withFile(Path jar, IOException refused) {
        var named = new FileSystemException(jar.toString(), null, refused.getMessage());
        named.initCause(refused);
        return named;
    }

    private static void write(Path jar) throws IOException {
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest(jar))) {
            out.setLevel(Deflater.NO_COMPRESSION);
            if (Files.isDirectory(source())) {
                copyFolder(source().resolve(ENGINE), out);
            } else {
                copyEntries(source(), out);
            }
        }
    }

    /** The folder or jar that this class was loaded from. */
    static Path source() {
        try {
            return Path.of(AgentJar.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException odd) {
            throw new IllegalStateException(odd);
        }
    }

    private static void copyFolder(Path engine, JarOutputStream out) throws IOException {
        try (Stream<Path> files = Files.walk(engine)) {
            List<Path> sorted = files.filter(Files::isRegularFile).sorted().toList();
            for (Path file : sorted) {
                out.putNextEntry(
                        new JarEntry(ENGINE + engine.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, out);
            }
        }
    }

    private static void copyEntries(Path packed, JarOutputStream out) throws IOException {
        try (var from = new JarFile(packed.toFile())) {
            List<JarEntry> files = from.stream()
                    .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(ENGINE))
                    .sorted(Comparator.comparing(JarEntry::getName))
                    .toList();
            for (JarEntry file : files) {
                out.putNextEntry(new JarEntry(file.getName()));
                from.getInputStream(file).transferTo(out);
            }
        }
    }

    private static Manifest manifest(Path jar) {
        var manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Agent-Class", AGENT);
        attributes.putValue("Can-Retransform-Classes", "true");
        attributes.putValue(
                "Boot-Class-Path", jar.getFileName().toString()); // because rewritten JDK classes call the engine
        return manifest;
    }
}
