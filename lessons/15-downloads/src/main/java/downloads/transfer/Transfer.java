package downloads.transfer;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The download of one file: decides what to request next, and what to do with the response. It never waits for the
 * network, so both a thread and an event loop can use it. Its methods read and write files.
 */
final class Transfer implements Closeable {

    private final URI address;
    private final Part part;
    private Request request;
    /** The position in the file at which the body must end. */
    private OptionalLong end = OptionalLong.empty();
    /** Whether a body without a known length has an end of its own, which a broken connection cannot imitate. */
    private boolean hasEnd;

    private boolean nothingMissing;
    private boolean askedAgain;

    private Transfer(URI address, Part part) {
        this.address = address;
        this.part = part;
    }

    static Transfer open(DownloadFolder folder, URI address) throws IOException {
        return new Transfer(address, Part.open(folder, address));
    }

    boolean isComplete() throws IOException {
        return part.savedFile().isPresent()
                || nothingMissing
                || part.state()
                                .map(PartState::total)
                                .orElse(OptionalLong.empty())
                                .orElse(-1)
                        == part.position();
    }

    /** Returns the next request, which asks for the missing bytes. */
    Request request() throws IOException {
        request = new Request(address, part.position(), part.state().flatMap(PartState::validator));
        return request;
    }

    /** Handles the status and headers of a response. */
    void begin(Response response) throws IOException {
        end = OptionalLong.empty();
        hasEnd = response.hasEnd();
        switch (Placement.of(request, response, part.state())) {
            case Placement.Whole() -> beginWhole(response);
            case Placement.At(long position, long until) -> {
                part.moveBackTo(position);
                end = OptionalLong.of(until);
            }
            case Placement.NothingMissing() -> nothingMissing = true;
            case Placement.DoesNotFit() -> askForTheWholeFile();
        }
    }

    private void beginWhole(Response response) throws IOException {
        part.restart();
        end = response.length();
        part.remember(new PartState(
                response.strongValidator(),
                end,
                response.checksum(),
                SafeName.of(response.suggestedName().orElse(path())),
                Optional.empty()));
    }

    private String path() {
        return address.getPath() == null ? "" : address.getPath();
    }

    private void askForTheWholeFile() throws IOException {
        if (askedAgain) {
            throw new IOException("the responses of the server do not fit together");
        }
        askedAgain = true;
        part.restart();
        end = OptionalLong.of(0); // the body of this response is not used
    }

    /** Whether the body of the current response is part of the file. */
    boolean wantsBody() {
        return !nothingMissing && !(end.isPresent() && end.getAsLong() == 0);
    }

    /** Writes a chunk of the body to the part. */
    void write(List<ByteBuffer> chunk) throws IOException {
        long size = chunk.stream().mapToLong(ByteBuffer::remaining).sum();
        if (part.position() + size > end.orElse(Long.MAX_VALUE)) {
            throw new IOException("the server sent more bytes than it announced");
        }
        part.write(chunk);
    }

    /** Handles the end of the body. If it is shorter than the requested range, the next request asks for the rest. */
    void end() throws IOException {
        if (end.isEmpty()) {
            if (!hasEnd && checksum().isEmpty()) {
                throw new IOException("the server sent neither a length nor a checksum, so the file may be incomplete");
            }
            nothingMissing = true;
        } else if (part.position() < end.getAsLong()) {
            throw new IOException(
                    "the response ended early, after " + part.position() + " of " + end.getAsLong() + " bytes");
        }
    }

    /** Compares the checksum, and returns the complete file. */
    Path save() throws IOException {
        if (part.savedFile().isPresent()) {
            return part.savedFile().get();
        }
        Optional<byte[]> expected = checksum();
        if (expected.isPresent()) {
            byte[] actual = part.checksum();
            if (!Arrays.equals(actual, expected.get())) {
                part.restart();
                throw new IOException("expected the checksum " + start(expected.get()) + ", but it is " + start(actual)
                        + "; the next download starts again");
            }
        }
        return part.save();
    }

    private Optional<byte[]> checksum() {
        return part.state().flatMap(PartState::checksum);
    }

    private static String start(byte[] checksum) {
        return HexFormat.of().formatHex(checksum, 0, 4) + "...";
    }

    /** Keeps the bytes that have arrived. */
    @Override
    public void close() throws IOException {
        part.close();
    }
}
