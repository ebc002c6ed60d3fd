package chatserver;

import eventloop.Connection;
import eventloop.EventLoop;
import eventloop.Server;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** One thread for all clients. What is written to a client within one turn of the loop leaves in one write. */
public final class WithEventLoop implements ChatServer {
    private final Set<Guest> guests = new HashSet<>();

    @Override
    public void serve(InetSocketAddress address, Consumer<InetSocketAddress> listening) throws Exception {
        try (var loop = new EventLoop()) {
            Server door = loop.listen(address, connection -> new Guest(loop, connection).talk());
            listening.accept(door.address());
            try {
                loop.runUntilComplete(new CompletableFuture<>());
            } catch (InterruptedException ctrlC) {
                loop.runUntilComplete(loop.createTask("farewell", () -> sayGoodbye(loop, door)));
                throw ctrlC;
            }
        }
    }

    private CompletableFuture<?> sayGoodbye(EventLoop loop, Server door) {
        door.close();
        var last = guests.stream().map(guest -> {
            guest.outbox.add(Wire.GOODBYE);
            guest.connection.write(guest.outbox.takeAll());
            return guest.connection.close();
        });
        return loop.timeout(FAREWELL, loop.gatherSettled(last.toList())).handle((closed, late) -> null);
    }

    private final class Guest {
        private final EventLoop loop;
        private final Connection connection;
        private final String name;
        private final CompletableFuture<Void> gone = new CompletableFuture<>();
        private final ByteBuffer buffer = ByteBuffer.allocateDirect(8 * 1024);
        private final Inbox inbox = new Inbox(this::tellOthers, () -> send(Wire.TOO_LONG));
        private final Outbox outbox = new Outbox();
        private boolean writing;

        Guest(EventLoop loop, Connection connection) {
            this.loop = loop;
            this.connection = connection;
            this.name = Wire.name(connection.remoteAddress());
        }

        /** Returns when the guest is gone. */
        CompletableFuture<Void> talk() {
            guests.add(this);
            read();
            return gone;
        }

        private void read() {
            connection.read(buffer.clear()).whenComplete((count, failure) -> {
                if (failure != null) {
                    leave();
                } else if (count < 0) {
                    inbox.end();
                    leave();
                } else {
                    Duration pause = inbox.receive(buffer.flip());
                    if (pause.isPositive()) {
                        loop.sleep(pause).thenRun(this::read);
                    } else {
                        read();
                    }
                }
            });
        }

        private void tellOthers(byte[] line) {
            byte[] message = Wire.message(name, line);
            for (var guest : guests) {
                if (guest != this) {
                    guest.send(message);
                }
            }
        }

        /** Keeps the message for the next turn: all that came in this one leaves together then. */
        private void send(byte[] message) {
            if (!outbox.add(message)) {
                IO.println(name + " does not read, and is dropped");
                loop.execute(this::leave); // not now: somebody goes through the set of guests
            } else if (!writing) {
                writing = true;
                loop.execute(this::write);
            }
        }

        private void write() {
            writing = !outbox.isEmpty();
            if (writing) {
                connection.write(outbox.takeAll()).whenComplete((welcome, failure) -> {
                    if (failure == null) {
                        write();
                    }
                });
            }
        }

        private void leave() {
            guests.remove(this);
            connection.abort();
            gone.complete(null);
        }
    }

    static void main(String... arguments) throws Exception {
        Host.run(new WithEventLoop(), arguments);
    }
}
