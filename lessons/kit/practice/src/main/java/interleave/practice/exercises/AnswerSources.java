package interleave.practice.exercises;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;

/**
 * The content of a student's file, and of the other Java files in its folder, whose classes it may use. One character
 * stands for one byte.
 *
 * @param helpers name and content of each of the other files, in the order of their names
 */
public record AnswerSources(String file, String helpers) {
    private static final int MAX_BYTES = 1_000_000;
    private static final String MISSING = "\0";

    /** Reads the files. One that cannot be read counts as missing, and one that is too large counts as empty. */
    static AnswerSources read(Path file) {
        return new AnswerSources(content(file), helpersOf(file));
    }

    /** Whether the student's file is empty or missing. */
    boolean isEmpty() {
        return file.length() <= 1;
    }

    private static String helpersOf(Path file) {
        var helpers = new ArrayList<Path>();
        Path folder = file.toAbsolutePath().resolveSibling("");
        try (DirectoryStream<Path> others =
                Files.newDirectoryStream(folder, other -> isJava(other) && !isNamed(other, file))) {
            others.forEach(helpers::add);
        } catch (IOException missing) {
            return MISSING;
        }
        Collections.sort(helpers);
        var all = new StringBuilder();
        helpers.forEach(
                helper -> all.append(helper.getFileName()).append(MISSING).append(content(helper)));
        return all.toString();
    }

    /** Editors store locks and copies in hidden files. */
    private static boolean isJava(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(".java") && Character.isJavaIdentifierStart(name.charAt(0));
    }

    private static boolean isNamed(Path one, Path other) {
        return String.valueOf(one.getFileName()).equals(String.valueOf(other.getFileName()));
    }

    private static String content(Path file) {
        try {
            return Files.size(file) > MAX_BYTES ? "" : Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException missing) {
            return MISSING;
        }
    }
}
