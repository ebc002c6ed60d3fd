package scraper.web;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * The header Content-Encoding of a response. Some servers compress pages although the request did not ask for it.
 * Others send a value that has no meaning, such as {@code utf-8}; browsers ignore it.
 */
record ContentEncoding(List<String> codings) {

    /** Compressed formats that the JDK cannot read. */
    private static final Set<String> UNSUPPORTED = Set.of("br", "zstd", "dcb", "dcz", "compress", "x-compress");

    static ContentEncoding of(List<String> fields) {
        return new ContentEncoding(fields.stream()
                .flatMap(field -> Arrays.stream(field.split(",")))
                .map(coding -> coding.strip().toLowerCase(Locale.ROOT))
                .toList());
    }

    /** @throws FetchException when the body is compressed in an unknown way, damaged or too large */
    byte[] decode(byte[] body, Limits limits) throws FetchException {
        byte[] decoded = body;
        for (String coding : codings.reversed()) { // the last one was applied last
            decoded = decode(coding, decoded, limits);
        }
        return decoded;
    }

    private static byte[] decode(String coding, byte[] body, Limits limits) throws FetchException {
        if (UNSUPPORTED.contains(coding)) {
            throw new FetchException("compressed with " + coding + ", which this program cannot read");
        }
        if (body.length == 0) {
            return body;
        }
        try {
            var compressed = new ByteArrayInputStream(body);
            return switch (coding) {
                case "gzip", "x-gzip" -> read(new GZIPInputStream(compressed), limits);
                case "deflate" -> read(new InflaterInputStream(compressed, new Inflater(!isZlib(body))), limits);
                default -> body;
            };
        } catch (ZipException | EOFException damaged) {
            throw new FetchException("compressed with " + coding + ", but damaged", damaged);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] read(InputStream decompressed, Limits limits) throws IOException, FetchException {
        try (decompressed) {
            byte[] body = decompressed.readNBytes(limits.bytes() + 1);
            if (body.length > limits.bytes()) {
                throw FailureMessages.tooLarge(limits);
            }
            return body;
        }
    }

    /** Some servers omit the header of zlib, which the standard requires. */
    private static boolean isZlib(byte[] body) {
        return body.length > 1 && (body[0] & 0x0F) == 8 && (((body[0] & 0xFF) << 8) | (body[1] & 0xFF)) % 31 == 0;
    }
}
