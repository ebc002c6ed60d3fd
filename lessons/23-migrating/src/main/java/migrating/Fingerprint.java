package migrating;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.zip.CRC32;

/** Counts the lines of a report, and computes a checksum of their bytes. Prints the first two lines, and the total. */
final class Fingerprint implements Consumer<String> {

    private static final int PRINTED = 2;

    private final CRC32 checksum = new CRC32();
    private int lines;

    @Override
    public void accept(String line) {
        lines++;
        checksum.update((line + "\n").getBytes(UTF_8));
        if (lines <= PRINTED || line.startsWith("Total")) {
            IO.println(line);
        }
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d lines, checksum %08x", lines, checksum.getValue());
    }
}
