package interleave.virtualtime.engine.agent;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/**
 * The JDK's classes as they were rewritten when this module was built. Most of the first run's time in a JVM would
 * otherwise go into rewriting them again. Another JDK, or a change in the engine, makes the file useless, and a class
 * that differs from the one rewritten then is not found here.
 */
final class RewrittenClasses {
    private static final String FILE = "interleave/virtualtime/engine/rewritten.bin";

    private final String madeBy;
    private final Map<String, Rewritten> classes = new ConcurrentSkipListMap<>();

    /**
     * The length tells whether another agent has changed the class. Its bytes differ: the JVM orders methods by chance.
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Rewritten(int originalLength, byte[] bytes) {}

    private volatile boolean grown;

    private RewrittenClasses(String madeBy) {
        this.madeBy = madeBy;
    }

    /** Those in the engine's jar; none when it has none that fit. */
    static RewrittenClasses in(Path jar) throws IOException {
        try (var engine = new JarFile(jar.toFile())) {
            var classes = new RewrittenClasses(madeBy(engine));
            ZipEntry file = engine.getEntry(FILE);
            if (file != null) {
                try (var in = new DataInputStream(new BufferedInputStream(engine.getInputStream(file)))) {
                    classes.read(in);
                }
            }
            return classes;
        }
    }

    /** The JDK, and a checksum of the engine's classes. */
    private static String madeBy(JarFile engine) {
        var checksums = new CRC32();
        for (var entries = engine.entries(); entries.hasMoreElements(); ) {
            JarEntry entry = entries.nextElement();
            if (entry.getName().endsWith(".class")) {
                checksums.update(Long.toHexString(entry.getCrc()).getBytes(UTF_8));
            }
        }
        return String.join(
                " ", System.getProperty("java.vm.vendor"), Runtime.version().toString(), "" + checksums.getValue());
    }

    private void read(DataInputStream in) throws IOException {
        if (!in.readUTF().equals(madeBy)) {
            return;
        }
        for (int left = in.readInt(); left > 0; left--) {
            classes.put(in.readUTF(), new Rewritten(in.readInt(), in.readNBytes(in.readInt())));
        }
    }

    /** What a class was rewritten to; empty bytes when no rule touches it. */
    Optional<byte[]> find(String name, byte[] original) {
        Rewritten found = classes.get(name);
        return found != null && found.originalLength() == original.length
                ? Optional.of(found.bytes())
                : Optional.empty();
    }

    void keep(String name, byte[] original, byte[] rewritten) {
        grown = true;
        classes.put(name, new Rewritten(original.length, rewritten));
    }

    /** Writes the file that goes into the jar, below the folder of all classes, unless it has them already. */
    void write(Path folder) throws IOException {
        if (!grown) {
            return;
        }
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(folder.resolve(FILE))))) {
            out.writeUTF(madeBy);
            out.writeInt(classes.size());
            for (var each : classes.entrySet()) {
                byte[] bytes = each.getValue().bytes();
                out.writeUTF(each.getKey());
                out.writeInt(each.getValue().originalLength());
                out.writeInt(bytes.length);
                out.write(bytes);
            }
        }
    }
}
