package chatserver;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ServerSocketChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Two threads for each client, whatever threads these are: one reads what it says, one writes what the others say. */
final class BlockingServer implements ChatServer {
    /** Threads add and remove guests while others go through them: this set allows that. */
    private final Set<BlockingGuest> guests = ConcurrentHashMap.newKeySet();

    private final ExecutorService threads;

    /** @param threads as many as are asked for at once: none of their tasks may wait for another's end */
    BlockingServer(ExecutorService threads) {
        this.threads = threads;
    }

    @Override
    public void serve(InetSocketAddress address, Consumer<InetSocketAddress> listening)
            throws IOException, InterruptedException {
        try (var door = ServerSocketChannel.open().bind(address, BACKLOG)) {
            listening.accept((InetSocketAddress) door.getLocalAddress());
            while (true) {
                welcome(new BlockingGuest(door.accept()));
            }
        } catch (ClosedByInterruptException ctrlC) {
            Thread.interrupted();
            sayGoodbye();
            throw new InterruptedException("the chat was ended");
        }
    }

    private void welcome(BlockingGuest guest) {
        guests.add(guest);
        threads.submit(() -> {
            guest.writeAll();
            return null;
        });
        threads.submit(() -> {
            try (guest) {
                guest.readAll(line -> tellOthers(guest, Wire.message(guest.name, line)));
            } finally {
                guests.remove(guest);
            }
            return null;
        });
    }

    private void tellOthers(BlockingGuest sender, byte[] message) {
        for (var guest : guests) {
            if (guest != sender && !guest.send(message)) {
                drop(guest);
            }
        }
    }

    private void drop(BlockingGuest guest) {
        if (guests.remove(guest)) { // only one of all who talk to it is told that it was there
            guest.close();
            IO.println(Wire.dropped(guest.name));
            tellOthers(guest, Wire.fromServer(Wire.dropped(guest.name)));
        }
    }

    private void sayGoodbye() throws InterruptedException {
        guests.forEach(guest -> guest.sendLast(Wire.GOODBYE));
        threads.shutdown();
        if (!threads.awaitTermination(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
            guests.forEach(BlockingGuest::close);
        }
    }
}
