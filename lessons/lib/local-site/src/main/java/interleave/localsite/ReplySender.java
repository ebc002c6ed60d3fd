package interleave.localsite;

import java.nio.ByteBuffer;

/** Sends a {@link Reply} piece by piece, as fast as the client takes it. */
final class ReplySender {

    private final SiteConnection connection;
    private final Reply reply;
    private long position;

    ReplySender(SiteConnection connection, Reply reply) {
        this.connection = connection;
        this.reply = reply;
        this.position = reply.from();
    }

    void send() {
        connection.send(reply.head());
        sendPiece();
    }

    private void sendPiece() {
        if (position < reply.end()) {
            var piece = ByteBuffer.allocate((int) Math.min(reply.pace().bytes(), reply.end() - position));
            reply.content().read(position, piece);
            position += piece.capacity();
            var sent = connection.send(piece.flip());
            if (position < reply.end()) {
                sent.thenRun(() -> connection.runAfter(reply.pace().pause(), this::sendPiece));
                return;
            }
        }
        end(); // in the same turn: when the client has the last byte, its next request does not come too early
    }

    private void end() {
        switch (reply.ending()) {
            case COMPLETE -> connection.responseSent();
            case DISCONNECT -> connection.disconnect();
            case STALL -> {}
        }
    }
}
