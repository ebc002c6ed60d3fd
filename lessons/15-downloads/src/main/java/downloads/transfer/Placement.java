package downloads.transfer;

import java.io.IOException;
import java.util.Optional;

/** Where the body of a response belongs in the file, according to the rules of RFC 9110 for ranges. */
sealed interface Placement {

    /** The body is the whole file, from its first byte on. */
    record Whole() implements Placement {}

    /** The body starts at {@code position}, which is not after the end of the part. It must end at {@code end}. */
    record At(long position, long end) implements Placement {}

    /** There is no body, because the part is already the whole file. */
    record NothingMissing() implements Placement {}

    /** The body does not fit the part: the whole file must be requested. */
    record DoesNotFit() implements Placement {}

    /**
     * Decides by the status, not by the request: a server may ignore a range.
     *
     * @throws IOException if the response does not contain the file
     */
    static Placement of(Request request, Response response, Optional<PartState> known) throws IOException {
        if (response.isCompressed()) {
            throw new IOException("the server sent a compressed file, which was not requested");
        }
        int status = response.status();
        if (status == 200) {
            return new Whole(); // even with a Content-Range, which has no meaning here
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
                && range.get().first() <= request.from() // a later start would leave a gap
                && range.get().end() > request.from() // an earlier end would add nothing
                && isSameVersion(response, range.get(), known);
        return fits ? new At(range.get().first(), range.get().end()) : new DoesNotFit();
    }

    /** A server that supports If-Range has already checked this, but not every server does. */
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
