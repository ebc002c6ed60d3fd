package interleave.localsite;

import interleave.localsite.http.RequestParser.Request;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A file of a {@link LocalSite} that can be requested in parts, as RFC 9110 defines it: one range for each request, and
 * {@code If-Range} with a strong {@code ETag}. {@code Repr-Digest} (RFC 9530) is the checksum of the whole file.
 *
 * @param content the bytes
 * @param etag the validator, such as {@code "v1"}, with its quotation marks; a weak one starts with {@code W/}
 * @param fields further header fields, each as {@code Name: value}
 */
public record SiteFile(Content content, String etag, List<String> fields) {

    private static final int LONGEST_POSITION = 18;
    private static final Pattern RANGE =
            Pattern.compile("bytes=(\\d{1," + LONGEST_POSITION + "})-(\\d{0," + LONGEST_POSITION + "})");

    /** A file with these bytes, this validator, and their checksum. */
    public static SiteFile of(Content content, String etag) {
        String checksum = Base64.getEncoder().encodeToString(content.sha256());
        return new SiteFile(content, etag, List.of("Repr-Digest: sha-256=:" + checksum + ":"));
    }

    /** The same with another header field, such as a {@code Content-Disposition}. */
    public SiteFile with(String field) {
        var all = new ArrayList<>(fields);
        all.add(field);
        return new SiteFile(content, etag, all);
    }

    /** The response to a request: 200, 206 or 416. A range that cannot be parsed is ignored. */
    public Reply reply(Request request) {
        Optional<MatchResult> range = request.field("Range")
                .map(RANGE::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.toMatchResult());
        if (range.isEmpty() || !isFresh(request)) {
            return whole();
        }
        long first = Long.parseLong(range.get().group(1));
        String last = range.get().group(2);
        if (first >= content.length()) {
            return notSatisfiable();
        }
        long end = last.isEmpty() ? content.length() : Math.min(content.length(), Long.parseLong(last) + 1);
        return end <= first ? whole() : part(first, end);
    }

    /** A weak validator does not say that all bytes are the same, so it never matches. */
    private boolean isFresh(Request request) {
        Optional<String> validator = request.field("If-Range");
        return validator.isEmpty() || (validator.get().equals(etag) && !etag.startsWith("W/"));
    }

    /** The whole file, with 200. */
    public Reply whole() {
        return Reply.of(200, head("Accept-Ranges: bytes"), content, 0, content.length());
    }

    /** The part from one position to another, with 206. */
    public Reply part(long from, long to) {
        return Reply.of(
                206, head("Content-Range: bytes " + from + "-" + (to - 1) + "/" + content.length()), content, from, to);
    }

    private Reply notSatisfiable() {
        return Reply.of(416, head("Content-Range: bytes */" + content.length()), content, 0, 0);
    }

    private List<String> head(String field) {
        var all = new ArrayList<>(fields);
        all.add(field);
        all.add("Content-Type: application/octet-stream");
        if (!etag.isEmpty()) {
            all.add("ETag: " + etag);
        }
        return all;
    }
}
