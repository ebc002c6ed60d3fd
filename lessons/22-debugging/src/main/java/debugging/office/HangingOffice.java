package debugging.office;

import static java.time.Duration.ofMillis;

import debugging.Numbers;
import debugging.Threads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The box office of a theatre: three clerks sell seats, and one printer prints the tickets.
 *
 * <p>The clerks share a seat plan, so that no seat is sold twice. It also shows which tickets are printed.
 */
public class HangingOffice {
    private static final int CLERKS = 3;
    private static final int CUSTOMERS = 12;
    private static final Duration CHOOSE = ofMillis(100);

    private final Queue<String> customers = new ConcurrentLinkedQueue<>();
    private final Printer printer = new Printer(this::printed);

    /** Protects the seat plan, which is the two fields below. It is fair, so that no thread waits long. */
    private final ReentrantLock plan = new ReentrantLock(true);

    private final Map<Integer, String> sold = new HashMap<>();
    private final Set<Integer> printed = new HashSet<>();

    /**
     * Serves 12 customers on virtual threads, or as many as in the first argument, on the kind of threads in the
     * second.
     */
    public static void main(String[] args) throws InterruptedException {
        new HangingOffice().open(args);
    }

    public final void open(String... args) throws InterruptedException {
        Threads threads = args.length < 2 ? Threads.VIRTUAL : Threads.named(args[1]);
        serve(Numbers.first(CUSTOMERS, args), threads);
    }

    /** Sells a seat to each of this many customers, and returns when all tickets are printed. */
    final void serve(int count, Threads threads) throws InterruptedException {
        for (int number = 1; number <= count; number++) {
            customers.add("customer " + number);
        }
        var staff = new ArrayList<Thread>();
        staff.add(threads.start("printer", () -> printer.print(count)));
        for (int number = 1; number <= CLERKS; number++) {
            staff.add(threads.start("clerk-" + number, this::work));
        }
        try {
            for (Thread thread : staff) {
                thread.join();
            }
        } finally {
            staff.forEach(Thread::interrupt); // if this thread was interrupted, the others end, too
        }
        IO.println("Closed: " + sold.size() + " seats sold, " + printed.size() + " tickets printed");
    }

    private void work() throws InterruptedException {
        for (String customer = customers.poll(); customer != null; customer = customers.poll()) {
            sell(customer);
        }
    }

    /** Sells the best free seat. Tickets are printed in the order of the sales. */
    protected void sell(String customer) throws InterruptedException {
        plan.lock();
        try {
            print(choose(customer));
        } finally {
            plan.unlock();
        }
    }

    /** Chooses the best free seat, which takes a moment. */
    protected final Ticket choose(String customer) throws InterruptedException {
        plan.lock();
        try {
            Thread.sleep(CHOOSE);
            int seat = sold.size() + 1;
            sold.put(seat, customer);
            return new Ticket(seat, customer);
        } finally {
            plan.unlock();
        }
    }

    protected final void print(Ticket ticket) throws InterruptedException {
        printer.add(ticket);
    }

    private void printed(Ticket ticket) {
        plan.lock();
        try {
            printed.add(ticket.seat());
        } finally {
            plan.unlock();
        }
        IO.println("Seat " + ticket.seat() + ": ticket for " + ticket.customer());
    }

    public final List<Integer> soldSeats() {
        return sold.keySet().stream().sorted().toList();
    }
}
