package downloads.transfer;

import java.net.http.HttpHeaders;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The status and headers of a response, and its body, which has not arrived yet. */
record Response(int status, HttpHeaders headers, Body body) {

    /** The digest of RFC 9530. It is that of the whole file, even if the response contains only part of it. */
    private static final Pattern SHA_256 = Pattern.compile("(?:^|,)\\s*sha-256=:([A-Za-z0-9+/]{43}=):");

    /** Closes the connection of a request, even if the response has already arrived. */
    static void close(CompletableFuture<Response> requested) {
        if (!requested.cancel(true) && !requested.isCompletedExceptionally()) {
            requested.join().body().close();
        }
    }

    /** Whether the end of the body can be told from a broken connection. */
    boolean hasEnd() {
        return length().isPresent()
                || headers.firstValue("Transfer-Encoding")
                        .orElse("")
                        .toLowerCase(Locale.ROOT)
                        .endsWith("chunked");
    }

    /**
     * Identifies this version of the file. Only a strong validator can do so: two versions with the same weak
     * validator, which starts with {@code W/}, may differ in some bytes.
     */
    Optional<String> strongValidator() {
        return headers.firstValue("ETag").filter(etag -> etag.matches("\"[^\"]*\""));
    }

    Optional<ContentRange> contentRange() {
        return headers.firstValue("Content-Range").flatMap(ContentRange::parse);
    }

    OptionalLong length() {
        return headers.firstValueAsLong("Content-Length");
    }

    /** The SHA-256 checksum of the whole file, if the server sends it. */
    Optional<byte[]> checksum() {
        return headers.firstValue("Repr-Digest")
                .flatMap(digest -> SHA_256.matcher(digest).results().findFirst())
                .map((MatchResult found) -> Base64.getDecoder().decode(found.group(1)));
    }

    /** The file name that the server suggests. It may be hostile: see {@link SafeName}. */
    Optional<String> suggestedName() {
        return headers.firstValue("Content-Disposition").flatMap(Disposition::fileName);
    }

    boolean isCompressed() {
        return headers.firstValue("Content-Encoding")
                .filter(encoding -> !encoding.equalsIgnoreCase("identity"))
                .isPresent();
    }
}
