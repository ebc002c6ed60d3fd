package downloads.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.Set;

/**
 * The information that is needed to continue a download later.
 *
 * @param validator the strong validator of the version whose bytes are in the part; without it, they are useless
 * @param total the length of the whole file
 * @param checksum the SHA-256 checksum of the whole file
 * @param name the safe name of the file
 * @param savedAs the name under which the complete file is saved
 */
record PartState(
        Optional<String> validator,
        OptionalLong total,
        Optional<byte[]> checksum,
        String name,
        Optional<String> savedAs) {

    PartState withSavedAs(String chosen, long length) {
        return new PartState(validator, OptionalLong.of(length), checksum, name, Optional.of(chosen));
    }

    /** Returns empty if there is no state, or if the state is damaged. */
    static Optional<PartState> load(Path file) throws IOException {
        if (!Files.isRegularFile(file, NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        var lines = new Properties();
        try {
            lines.load(new StringReader(Files.readString(file)));
            var total = Optional.ofNullable(lines.getProperty("total")).map(Long::valueOf);
            return Optional.of(new PartState(
                    Optional.ofNullable(lines.getProperty("validator")),
                    total.isPresent() ? OptionalLong.of(total.get()) : OptionalLong.empty(),
                    Optional.ofNullable(lines.getProperty("checksum")).map(HexFormat.of()::parseHex),
                    SafeName.of(lines.getProperty("name", "")),
                    Optional.ofNullable(lines.getProperty("savedAs")).map(SafeName::of)));
        } catch (IllegalArgumentException | CharacterCodingException damaged) {
            return Optional.empty();
        }
    }

    /** Replaces the old state atomically: after a crash, either the old or the new state exists. */
    void store(Path file) throws IOException {
        var lines = new Properties();
        validator.ifPresent(known -> lines.setProperty("validator", known));
        total.ifPresent(known -> lines.setProperty("total", Long.toString(known)));
        checksum.ifPresent(known -> lines.setProperty("checksum", HexFormat.of().formatHex(known)));
        lines.setProperty("name", name);
        savedAs.ifPresent(known -> lines.setProperty("savedAs", known));
        var text = new StringWriter();
        lines.store(text, null);
        Path next = file.resolveSibling(file.getFileName() + ".new");
        try (var channel = Files.newByteChannel(next, Set.of(CREATE, TRUNCATE_EXISTING, WRITE, NOFOLLOW_LINKS))) {
            var bytes = ByteBuffer.wrap(text.toString().getBytes(UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
        Files.move(next, file, ATOMIC_MOVE);
    }
}
