package downloads.transfer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.regex.Pattern;

/** The file name in a header field {@code Content-Disposition} (RFC 6266), as the server wrote it. */
final class Disposition {

    private static final Pattern PARAMETER =
            Pattern.compile(";\\s*([^\\s=;]+)\\s*=\\s*(\"(?:[^\"\\\\]|\\\\.)*\"|[^;\\s]*)");
    private static final Pattern ENCODED = Pattern.compile("(?i)(utf-8|iso-8859-1)'[^']*'(.*)");

    private Disposition() {}

    /** Prefers {@code filename*} to {@code filename}. */
    static Optional<String> fileName(String field) {
        Optional<String> plain = Optional.empty();
        for (var parameter : PARAMETER.matcher(field).results().toList()) {
            String name = parameter.group(1);
            String value = parameter.group(2);
            var encoded = ENCODED.matcher(value);
            if (name.equalsIgnoreCase("filename*") && encoded.matches()) {
                return Optional.of(
                        decoded(encoded.group(2), encoded.group(1).equalsIgnoreCase("utf-8") ? UTF_8 : ISO_8859_1));
            }
            if (name.equalsIgnoreCase("filename")) {
                plain = Optional.of(value.startsWith("\"") ? unquoted(value) : value);
            }
        }
        return plain;
    }

    private static String unquoted(String value) {
        return value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1");
    }

    /** Decodes without {@code URLDecoder}, which would convert a plus sign into a space. */
    private static String decoded(String text, Charset charset) {
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%' && text.substring(i).matches("(?s)%\\p{XDigit}{2}.*")) {
                bytes.write(Integer.parseInt(text.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                bytes.write(c);
            }
        }
        return bytes.toString(charset);
    }
}
