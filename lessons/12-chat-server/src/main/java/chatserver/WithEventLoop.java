package chatserver;

import interleave.eventloop.EventLoop;
import interleave.eventloop.Server;
import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** One thread for all clients: no lock, no second thread for anybody, and a set that need not be a concurrent one. */
public final class WithEventLoop implements ChatServer {
    private final Set<LoopGuest> guests = new HashSet<>();

    @Override
    public void serve(InetSocketAddress address, Consumer<InetSocketAddress> listening) throws Exception {
        try (var loop = new EventLoop()) {
            Server door = loop.listen(address, connection -> welcome(loop, new LoopGuest(loop, connection)));
            listening.accept(door.address());
            try {
                loop.runUntilComplete(new CompletableFuture<>());
            } catch (InterruptedException ctrlC) {
                loop.runUntilComplete(loop.createTask("farewell", () -> sayGoodbye(loop, door)));
                throw ctrlC;
            }
        }
    }

    private CompletableFuture<Void> welcome(EventLoop loop, LoopGuest guest) {
        guests.add(guest);
        return guest.readAll(line -> tellOthers(loop, guest, Wire.message(guest.name, line)))
                .whenComplete((gone, failure) -> guests.remove(guest));
    }

    private void tellOthers(EventLoop loop, LoopGuest sender, byte[] message) {
        for (var guest : guests) {
            if (guest != sender && !guest.send(message)) {
                loop.execute(() -> drop(loop, guest)); // not now: this goes through the set
            }
        }
    }

    private void drop(EventLoop loop, LoopGuest guest) {
        if (guests.remove(guest)) {
            guest.close();
            IO.println(Wire.dropped(guest.name));
            tellOthers(loop, guest, Wire.fromServer(Wire.dropped(guest.name)));
        }
    }

    private CompletableFuture<Void> sayGoodbye(EventLoop loop, Server door) {
        door.close();
        var last = guests.stream().map(guest -> guest.sendLast(Wire.GOODBYE)).toList();
        return loop.timeout(FAREWELL, loop.gatherSettled(last)).handle((closed, late) -> null);
    }

    static void main(String... arguments) throws Exception {
        Host.run(new WithEventLoop(), arguments);
    }
}
