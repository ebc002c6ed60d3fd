package chatserver;

import java.net.InetSocketAddress;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ServerSocketChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Two threads of the system for each client, one that reads and one that writes. */
public final class WithThreadPool implements ChatServer {
    /** Threads come and go in it while others go through it: this set allows that. */
    private final Set<BlockingGuest> guests = ConcurrentHashMap.newKeySet();

    @Override
    public void serve(InetSocketAddress address, Consumer<InetSocketAddress> listening) throws Exception {
        try (var door = ServerSocketChannel.open().bind(address, BACKLOG);
                var threads = Executors.newCachedThreadPool()) {
            listening.accept((InetSocketAddress) door.getLocalAddress());
            try {
                while (true) {
                    welcome(new BlockingGuest(door.accept()), threads);
                }
            } catch (ClosedByInterruptException ctrlC) {
                Thread.interrupted();
                sayGoodbye(threads);
                throw new InterruptedException("the chat was ended");
            }
        }
    }

    private void welcome(BlockingGuest guest, ExecutorService threads) {
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
            if (guest != sender) {
                guest.send(message);
            }
        }
    }

    private void sayGoodbye(ExecutorService threads) throws InterruptedException {
        guests.forEach(guest -> guest.sendLast(Wire.GOODBYE));
        threads.shutdown();
        if (!threads.awaitTermination(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
            guests.forEach(BlockingGuest::close);
        }
    }

    static void main(String... arguments) throws Exception {
        Host.run(new WithThreadPool(), arguments);
    }
}
