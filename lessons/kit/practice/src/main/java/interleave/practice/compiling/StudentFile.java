package interleave.practice.compiling;

import interleave.practice.judging.CheckFailure;
import interleave.practice.judging.Explanation;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads a student's file, as different editors save it. */
public final class StudentFile {
    private static final long MAX_BYTES = 1_000_000;
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private StudentFile() {}

    /**
     * Returns the code, with Unix line ends and without a byte order mark.
     *
     * @throws CheckFailure if the file is missing, empty, too large, or not encoded in UTF-8
     */
    public static String read(Path file) throws IOException {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw refused(file, " is larger than 1 MB.", "Is it the right file?");
            }
            String code = Files.readString(file, StandardCharsets.UTF_8);
            if (code.isBlank()) {
                throw refused(
                        file,
                        " is empty.",
                        "Undo in your editor. 'reset' restores the skeleton and keeps your old file.");
            }
            return (code.startsWith(BYTE_ORDER_MARK) ? code.substring(1) : code)
                    .replace("\r\n", "\n")
                    .replace('\r', '\n');
        } catch (NoSuchFileException missing) {
            throw refused(file, " is gone.", "Save it again in your editor. 'reset' creates it again.");
        } catch (CharacterCodingException otherEncoding) {
            throw refused(
                    file, " is not encoded in UTF-8.", "Change the encoding in your editor to UTF-8, and save again.");
        }
    }

    private static CheckFailure refused(Path file, String problem, String advice) {
        return new CheckFailure(
                new Explanation(file.getFileName() + problem, List.of(), advice), Optional.empty(), false);
    }
}
