package downloads.transfer;

import java.io.IOException;
import java.util.Optional;

/** Where the body of a response belongs in the file: what RFC 9110 says about ranges. */
sealed interface Placement {

    /** The body is the whole file, from its first byte on. */
    record Whole() implements Placement {}

    /** The body starts at {@code position}, which is not after the end of the part. It must end at {@code end}. */
    record At(long position, long end) implements Placement {}

    /** There is no body, because the part is already the whole file. */
    record NothingMissing() implements Placement {}

    /** The body does not fit to the part: only the whole file helps. */
    record DoesNotFit() implements Placement {}

    /**
     * Decides by the status, and not by what was requested: a server may ignore a range.
     *
     * @throws IOException if the response is not the file
     */
    static Placement of(Request request, Response response, Optional<PartState> known) throws IOException {
        if (response.isCompressed()) {
            throw new IOException("the server sent a compressed file, which was not requested");
        }
        int status = response.status();
        if (status == 200) {
            return new Whole(); // even with a Content-Range, which means nothing here
        }
        if (status == 206 && request.isForRange()) {
            return part(request, response, known);
        }
        if (status == 416 && request.isForRange()) {
            return afterTheEnd(request, response);
        }
        throw new IOException("the server responded with status " + status);
    }

    private static Placement part(Request request, Response response, Optional<PartState> known) {
        var range = response.contentRange();
        boolean fits = range.isPresent()
                && range.get().first() <= request.from() // a later start would leave a hole
                && range.get().end() > request.from() // an earlier end would bring nothing
                && isSameVersion(response, range.get(), known);
        return fits ? new At(range.get().first(), range.get().end()) : new DoesNotFit();
    }

    /** With If-Range the server has checked that. But not every server does. */
    private static boolean isSameVersion(Response response, ContentRange range, Optional<PartState> known) {
        var validator = known.flatMap(PartState::validator);
        var total = known.map(PartState::total);
        boolean sameValidator = response.headers().firstValue("ETag").isEmpty()
                || response.strongValidator().equals(validator);
        boolean sameTotal = range.total().isEmpty()
                || total.isEmpty()
                || total.get().isEmpty()
                || range.total().equals(total.get());
        return sameValidator && sameTotal;
    }

    /** 416 may also mean that the file has become shorter. */
    private static Placement afterTheEnd(Request request, Response response) {
        return response.contentRange()
                        .filter(range -> range.total().orElse(-1) == request.from())
                        .isPresent()
                ? new NothingMissing()
                : new DoesNotFit();
    }
}
