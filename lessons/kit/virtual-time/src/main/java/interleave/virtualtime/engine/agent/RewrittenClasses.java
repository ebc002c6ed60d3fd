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
 * The JDK classes that were rewritten when this module was built. Rewriting them again would take most of the time of
 * the first run in a JVM. The file is ignored for another JDK or another version of the engine, and so is a class that
 * differs from the one that was rewritten.
 */
final class RewrittenClasses {
    private static final String FILE = "interleave/virtualtime/engine/rewritten.bin";

    private final String madeBy;
    private final Map<String, Rewritten> classes = new ConcurrentSkipListMap<>();

    /**
     * The length shows whether another agent has changed the class. The bytes cannot be compared, because the JVM
     * orders methods at random.
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Rewritten(int originalLength, byte[] bytes) {}

    private volatile boolean grown;

    private RewrittenClasses(String madeBy) {
        this.madeBy = madeBy;
    }

    /** Reads the classes in the engine's jar; none if the file is missing or from another JDK or engine. */
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

    /** Identifies the JDK and, with a checksum, the engine's classes. */
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

    /** The rewritten class; empty bytes if no rule applies to it. */
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

    /** Writes the file into the folder of classes, from which the jar is made, unless nothing has changed. */
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
