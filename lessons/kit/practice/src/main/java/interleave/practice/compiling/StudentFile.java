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

/** A student's file as it is on the disk, whatever an editor has made of it. */
public final class StudentFile {
    private static final long LARGEST = 1_000_000;
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private StudentFile() {}

    /**
     * The code, with Unix line ends and without a byte order mark.
     *
     * @throws CheckFailure when there is none
     */
    public static String read(Path file) throws IOException {
        try {
            if (Files.size(file) > LARGEST) {
                throw refused(file, " is larger than a megabyte.", "Is it the right file?");
            }
            String code = Files.readString(file, StandardCharsets.UTF_8);
            if (code.isBlank()) {
                throw refused(file, " is empty.", "Undo in your editor; 'reset' begins anew and keeps what there was.");
            }
            return (code.startsWith(BYTE_ORDER_MARK) ? code.substring(1) : code)
                    .replace("\r\n", "\n")
                    .replace('\r', '\n');
        } catch (NoSuchFileException gone) {
            throw refused(file, " is gone.", "Save it again in your editor; 'reset' puts a new one there.");
        } catch (CharacterCodingException otherEncoding) {
            throw refused(file, " is not in UTF-8.", "Save it in that encoding: your editor has a setting for it.");
        }
    }

    private static CheckFailure refused(Path file, String problem, String advice) {
        return new CheckFailure(
                new Explanation(file.getFileName() + problem, List.of(), advice), Optional.empty(), false);
    }
}
