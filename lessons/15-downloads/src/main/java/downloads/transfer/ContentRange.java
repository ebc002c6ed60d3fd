package downloads.transfer;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * The header field {@code Content-Range}: the bytes that a 206 contains, or the length of the file for a 416.
 *
 * @param first the position of the first byte; -1 for a 416
 * @param end the position after the last byte
 * @param total the length of the whole file, if the server knows it
 */
record ContentRange(long first, long end, OptionalLong total) {

    private static final Pattern RANGE = Pattern.compile("bytes (?:(\\d{1,18})-(\\d{1,18})|\\*)/(?:(\\d{1,18})|\\*)");

    /** Returns empty if the field is invalid: RFC 9110 (14.4) forbids the use of such a response. */
    static Optional<ContentRange> parse(String field) {
        var range = RANGE.matcher(field.strip());
        if (!range.matches()) {
            return Optional.empty();
        }
        OptionalLong total =
                range.group(3) == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(range.group(3)));
        if (range.group(1) == null) {
            return total.isPresent() ? Optional.of(new ContentRange(-1, -1, total)) : Optional.empty();
        }
        var parsed = new ContentRange(Long.parseLong(range.group(1)), Long.parseLong(range.group(2)) + 1, total);
        return parsed.isValid() ? Optional.of(parsed) : Optional.empty();
    }

    private boolean isValid() {
        return first < end && end <= total.orElse(Long.MAX_VALUE);
    }
}
