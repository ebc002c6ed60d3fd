package migrating.sources;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Simulates the latency of a database and its pool of connections. Waiting threads get connections in FIFO order. */
public final class SimulatedDatabase implements Database {

    private final Semaphore free;
    private final Function<Shop, Duration> latency;
    private volatile List<Booking> bookings;

    /** {@code latency} is the time from sending a query to its answer. */
    public SimulatedDatabase(List<Booking> bookings, int connections, Function<Shop, Duration> latency) {
        this.bookings = bookings;
        this.free = new Semaphore(connections, true);
        this.latency = latency;
    }

    /** Moves an order from one shop to another, in one transaction that takes no time. */
    public synchronized void move(long cents, Shop from, Shop to) {
        var now = Instant.now();
        var moved = List.of(new Booking(from.number(), -cents, now), new Booking(to.number(), cents, now));
        bookings = Stream.concat(bookings.stream(), moved.stream()).toList();
    }

    @Override
    public Connection connect() throws InterruptedException {
        free.acquire();
        return new SimulatedConnection(bookings);
    }

    private final class SimulatedConnection implements Connection {
        private final List<Booking> snapshot;

        SimulatedConnection(List<Booking> snapshot) {
            this.snapshot = snapshot;
        }

        @Override
        public Sales sales(Shop shop) throws InterruptedException {
            return sum(shop, booking -> true);
        }

        @Override
        public Sales salesUntil(Instant moment, Shop shop) throws InterruptedException {
            return sum(shop, booking -> !booking.booked().isAfter(moment));
        }

        private Sales sum(Shop shop, Predicate<Booking> included) throws InterruptedException {
            Thread.sleep(latency.apply(shop));
            return snapshot.stream()
                    .filter(booking -> booking.shop() == shop.number())
                    .filter(included)
                    .map(booking -> new Sales(Long.signum(booking.cents()), booking.cents()))
                    .reduce(new Sales(0, 0), Sales::plus);
        }

        @Override
        public void close() {
            free.release();
        }
    }
}
