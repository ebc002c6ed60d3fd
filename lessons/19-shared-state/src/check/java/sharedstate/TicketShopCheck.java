package sharedstate;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import interleave.eventloop.EventLoop;
import interleave.practice.Check;
import interleave.practice.Exam;
import interleave.practice.Finding;
import interleave.practice.Run;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import sharedstate.TicketShop.Bank;

/**
 * No ticket is sold twice, none is lost, customers pay at the same time, and the status fits together at any moment.
 */
public final class TicketShopCheck implements Check {
    private static final int SECOND_COMES = 300;
    private static final int LATER = 1_500;
    private static final int FEW = 3;
    /** A loop with hundreds of payments takes a long time to simulate on a busy machine. */
    private static final int MANY = 40;

    private static final String SAME_TURN = "Take the ticket in the same turn as the check, before you ask the bank.";

    private enum Card {
        GOOD,
        DECLINED,
        BANK_IS_CLOSED
    }

    private record Customer(String name, int comesAfter, Card card) {
        Customer(String name, int comesAfter) {
            this(name, comesAfter, Card.GOOD);
        }
    }

    @Override
    public void check(Exam exam) {
        Run two = sell(exam, 1, new Customer("Anna", 0), new Customer("Ben", SECOND_COMES));
        exam.claim(
                "The last ticket is sold once, although Ben comes while Anna pays.",
                soldAtMost(two, 1)
                        .because("Ben came at 0.3 s, while Anna was paying, and a ticket was still left.")
                        .next(SAME_TURN));
        exam.claim(
                "Ben is not charged.",
                two.finds(
                                !two.output().contains("Charging Ben 50"),
                                () -> "Expected no charge for Ben, but he was charged 50, and got no ticket.")
                        .because("Anna had come first, and her payment was not finished.")
                        .next(SAME_TURN));
        exam.claim(
                "Anna gets the ticket at 1 s, and Ben is refused at once.",
                two.printedAt(ofSeconds(1), "Anna: sold")
                        .and(two.printedAt(ofMillis(SECOND_COMES), "Ben: not sold"))
                        .because("The ticket is reserved while Anna pays, so Ben does not have to wait for the bank.")
                        .next("Return at once if no ticket is left. Do not hold a lock while the bank works."));

        Run three = sell(exam, 3, new Customer("Anna", 0), new Customer("Ben", 0), new Customer("Carla", 0));
        exam.claim(
                "Three tickets are sold to three customers.",
                sold(three, 3)
                        .because("Three were left, and all cards were accepted.")
                        .next("Refuse a customer only if no ticket is left, even while another one pays."));
        exam.claim(
                "They pay at the same time.",
                three.took(ofSeconds(1)).next("Do not hold a lock while the bank works: reserve the ticket instead."));

        comesBack(exam, Card.DECLINED, "Anna: not sold", "Anna's card was declined at 1 s.");
        comesBack(exam, Card.BANK_IS_CLOSED, "Anna: the bank is closed", "Anna's payment failed at 1 s.");

        Run status = exam.run(() -> watchStatus(new Customer("Anna", 0)));
        exam.claim(
                "While Anna pays, nothing is sold. Then one ticket is.",
                status(status, 500, "0, income=0").and(status(status, LATER, "1, income=50")));
        Run declined = exam.run(() -> watchStatus(new Customer("Anna", 0, Card.DECLINED)));
        exam.claim(
                "With a declined card, nothing is ever sold.",
                status(declined, 500, "0, income=0").and(status(declined, LATER, "0, income=0")));

        int tickets = FEW + exam.unknownCount() % MANY;
        Run many = exam.run(() -> sellToMany(tickets));
        exam.claim(
                "Any number of tickets is sold exactly once.",
                many.finds(
                        many.output().getLast().equals("Status[sold=" + tickets + ", income=" + 50 * tickets + "]"),
                        () -> "Expected " + tickets + " tickets to be sold for 50 each, but the last line was "
                                + many.output().getLast() + "."));

        Run cancelled = exam.run(TicketShopCheck::cancel);
        exam.claim(
                "A customer who cancels returns the ticket.",
                cancelled
                        .printedAt(ofMillis(LATER + 1_000), "Ben: sold")
                        .because("Anna cancelled at 0.5 s, while the bank was working.")
                        .next("A cancelled future ends with an exception, too: return the ticket after every"
                                + " failure."));
    }

    private static void comesBack(Exam exam, Card card, String annaSees, String why) {
        Run run =
                sell(exam, 1, new Customer("Anna", 0, card), new Customer("Ben", LATER), new Customer("Carla", LATER));
        exam.claim(
                card == Card.DECLINED
                        ? "A declined card means that no ticket is sold."
                        : "A failure of the bank reaches the customer.",
                run.printedAt(ofSeconds(1), annaSees)
                        .because("The customer must know what happened.")
                        .next("Complete with false if the card is declined, and with the exception if the bank"
                                + " fails."));
        exam.claim(
                "Then Ben gets the ticket.",
                run.printedAt(ofMillis(LATER + 1_000), "Ben: sold")
                        .because(why + " So the ticket is for sale again.")
                        .next("Return the ticket in every case in which it is not sold: declined, failed, cancelled."));
        exam.claim(
                "Carla does not get the same ticket.",
                soldAtMost(run, 1)
                        .because(why + " Was the ticket returned twice?")
                        .next("Return each ticket only once."));
    }

    private static Run sell(Exam exam, int tickets, Customer... customers) {
        return exam.run(() -> EventLoop.run(loop -> {
            var shop = new TicketShop(loop, bank(loop, customers), tickets);
            return loop.gather(List.of(customers).stream()
                            .map(customer -> visit(loop, shop, customer))
                            .toList())
                    .thenAccept(done -> IO.println(shop.status()));
        }));
    }

    /** Two more customers than tickets come at the same moment. */
    private static void sellToMany(int tickets) throws Exception {
        EventLoop.run(loop -> {
            var shop = new TicketShop(
                    loop, (name, amount) -> loop.sleep(ofSeconds(1)).thenApply(charged -> true), tickets);
            var purchases = IntStream.range(0, tickets + 2)
                    .mapToObj(number -> shop.buy("Customer " + number))
                    .toList();
            return loop.gather(purchases).thenAccept(sold -> IO.println(shop.status()));
        });
    }

    private static void watchStatus(Customer customer) throws Exception {
        EventLoop.run(loop -> {
            var shop = new TicketShop(loop, bank(loop, customer), 1);
            return loop.gather(visit(loop, shop, customer), report(loop, shop, 500), report(loop, shop, LATER));
        });
    }

    private static CompletableFuture<Void> report(EventLoop loop, TicketShop shop, int millis) {
        return loop.sleep(ofMillis(millis)).thenRun(() -> IO.println(at(millis) + shop.status()));
    }

    private static void cancel() throws Exception {
        EventLoop.run(loop -> {
            var shop = new TicketShop(loop, bank(loop), 1);
            var anna = loop.createTask("Anna", () -> shop.buy("Anna"));
            return loop.sleep(ofMillis(500))
                    .thenAccept(slept -> anna.cancel(true))
                    .thenCompose(cancelled -> visit(loop, shop, new Customer("Ben", LATER - 500)));
        });
    }

    private static CompletableFuture<Void> visit(EventLoop loop, TicketShop shop, Customer customer) {
        return loop.createTask(
                customer.name(),
                () -> loop.sleep(ofMillis(customer.comesAfter()))
                        .thenCompose(arrived -> shop.buy(customer.name()))
                        .handle((sold, failure) -> {
                            IO.println(customer.name() + ": " + outcome(sold, failure));
                            return null;
                        }));
    }

    private static String outcome(Boolean sold, Throwable failure) {
        if (failure == null) {
            return sold ? "sold" : "not sold";
        }
        return (failure instanceof CompletionException ? failure.getCause() : failure).getMessage();
    }

    private static Bank bank(EventLoop loop, Customer... customers) {
        return (name, amount) -> {
            IO.println("Charging " + name + " " + amount);
            Card card = List.of(customers).stream()
                    .filter(customer -> customer.name().equals(name))
                    .map(Customer::card)
                    .findFirst()
                    .orElse(Card.GOOD);
            return loop.sleep(ofSeconds(1)).thenApply(charged -> {
                if (card == Card.BANK_IS_CLOSED) {
                    throw new IllegalStateException("the bank is closed");
                }
                return card == Card.GOOD;
            });
        };
    }

    private static Finding status(Run run, int millis, String expected) {
        String line = run.output().stream()
                .filter(printed -> printed.startsWith(at(millis)))
                .findFirst()
                .orElseThrow();
        String actual = line.substring(at(millis).length());
        return run.finds(
                        actual.equals("Status[sold=" + expected + "]"),
                        () -> "Expected Status[sold=" + expected + "] at " + Run.seconds(ofMillis(millis))
                                + ", but it was " + actual + ".")
                .because("Sold and income must fit together at any moment, even while a customer pays.")
                .next("Change both in the same turn, when the bank has accepted the card.");
    }

    private static String at(int millis) {
        return Run.seconds(ofMillis(millis)) + ": ";
    }

    private static List<String> buyers(Run run) {
        return run.output().stream()
                .filter(line -> line.endsWith(": sold"))
                .map(line -> line.replace(": sold", ""))
                .toList();
    }

    private static Finding soldAtMost(Run run, int limit) {
        List<String> buyers = buyers(run);
        return run.finds(
                buyers.size() <= limit,
                () -> "Expected " + limit + " ticket to be sold, but " + buyers.size() + " were: "
                        + String.join(", ", buyers) + ".");
    }

    private static Finding sold(Run run, int expected) {
        int actual = buyers(run).size();
        return run.finds(
                actual == expected,
                () -> "Expected " + expected + " tickets to be sold, but " + actual
                        + (actual == 1 ? " was." : " were."));
    }
}
