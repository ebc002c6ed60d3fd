package interleave.notebook.cell;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Decodes UTF-8 that arrives in pieces, whose boundaries may be in the middle of a character. */
final class IncrementalDecoder {
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    /** The first bytes of a character whose other bytes have not arrived. */
    private byte[] incomplete = {};

    /** Returns the complete characters so far that have not been returned. */
    String decode(byte[] piece) {
        ByteBuffer bytes = ByteBuffer.allocate(incomplete.length + piece.length)
                .put(incomplete)
                .put(piece)
                .flip();
        CharBuffer text = CharBuffer.allocate(bytes.remaining()); // UTF-8 has at least one byte per char
        decoder.decode(bytes, text, false);
        incomplete = new byte[bytes.remaining()];
        bytes.get(incomplete);
        return text.flip().toString();
    }
}
