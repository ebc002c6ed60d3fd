package downloads.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Makes a safe file name from any text that a server sends. On Linux, macOS and Windows, the result names a file
 * directly in the folder, and the file is not hidden.
 */
final class SafeName {

    /** Most file systems allow 255 bytes. The difference leaves room for a number that may be added. */
    private static final int MAX_BYTES = 240;

    private static final int MAX_EXTENSION = 20;

    /** Characters that are special in a path or a shell, control and invisible characters, and lone surrogates. */
    private static final Pattern FORBIDDEN = Pattern.compile("[<>:\"|?*\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

    /** Device names on Windows: opening {@code CON.txt} opens the console. */
    private static final Pattern DEVICE =
            Pattern.compile("(?i)(CON|PRN|AUX|NUL|(COM|LPT)[0-9\u00b9\u00b2\u00b3]|CONIN\\$|CONOUT\\$) *(\\..*)?");

    private SafeName() {}

    /** Returns the last segment of the path {@code suggested}, with everything dangerous replaced. */
    static String of(String suggested) {
        String segment = suggested.substring(Math.max(suggested.lastIndexOf('/'), suggested.lastIndexOf('\\')) + 1);
        String name = FORBIDDEN.matcher(segment).replaceAll("_").strip();
        name = shortened(name.replaceAll("[. ]+$", "")); // Windows removes dots and spaces at the end
        if (name.isEmpty()) {
            return "download";
        }
        boolean isSpecial = ".-~".indexOf(name.charAt(0)) >= 0; // a hidden file, an option, or a home folder
        return representable(isSpecial || DEVICE.matcher(name).matches() ? "_" + name : name);
    }

    /** Keeps the extension, so that the file can still be opened. */
    private static String shortened(String name) {
        int dot = name.lastIndexOf('.');
        String extension = dot > 0 && name.length() - dot <= MAX_EXTENSION ? name.substring(dot) : "";
        String stem = name.substring(0, name.length() - extension.length());
        while (bytes(stem) + bytes(extension) > MAX_BYTES) {
            stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
        }
        return stem.isEmpty() ? extension : stem.replaceAll("[. ]+$", "") + extension;
    }

    private static int bytes(String text) {
        return text.getBytes(UTF_8).length;
    }

    /** Without a UTF-8 locale or similar, Java cannot create files with non-ASCII names. */
    private static String representable(String name) {
        try {
            return FileSystems.getDefault().getPath(name).toString();
        } catch (InvalidPathException otherLocale) {
            return name.replaceAll("\\P{ASCII}", "_");
        }
    }

    /** Returns the name for the second or a later file of the same name, such as {@code report (2).pdf}. */
    static String numbered(String name, int number) {
        if (number == 1) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        int end = dot > 0 ? dot : name.length();
        return name.substring(0, end) + " (" + number + ")" + name.substring(end);
    }

    /** Returns equal texts for two names that some file system treats as the same. */
    static String comparable(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }
}
