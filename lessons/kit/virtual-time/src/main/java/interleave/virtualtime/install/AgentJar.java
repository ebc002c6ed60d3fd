package interleave.virtualtime.install;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * The engine's classes in a jar of their own, made when needed: the JVM takes agents, and its boot path, as jars only.
 */
final class AgentJar {
    private static final String ENGINE = "interleave/virtualtime/engine";
    private static final String AGENT = "interleave.virtualtime.engine.agent.Agent";

    private AgentJar() {}

    /** Writes the jar to a temporary file, which the JVM deletes at its end. */
    static Path write() throws IOException {
        Path jar = Files.createTempFile("virtual-time-engine", ".jar");
        jar.toFile().deleteOnExit();
        Path source = source();
        if (Files.isDirectory(source)) {
            write(jar, source.resolve(ENGINE));
        } else {
            try (FileSystem packed = FileSystems.newFileSystem(URI.create("jar:" + source.toUri()), Map.of())) {
                write(jar, packed.getPath("/" + ENGINE));
            }
        }
        return jar;
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

    private static void write(Path jar, Path engine) throws IOException {
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest(jar));
                Stream<Path> classes = Files.walk(engine)) {
            List<Path> sorted = classes.filter(file -> file.toString().endsWith(".class"))
                    .sorted()
                    .toList();
            for (Path type : sorted) {
                out.putNextEntry(new JarEntry(
                        ENGINE + "/" + engine.relativize(type).toString().replace('\\', '/')));
                Files.copy(type, out);
                out.closeEntry();
            }
        }
    }

    private static Manifest manifest(Path jar) {
        var manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Agent-Class", AGENT);
        attributes.putValue("Can-Retransform-Classes", "true");
        attributes.putValue("Boot-Class-Path", jar.getFileName().toString()); // because the JDK calls the engine
        return manifest;
    }
}
