package sharedstate;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Phaser;
import sharedstate.Sign.Show;

/** Two threads use an object at the same moment. Each method returns whether the result is right. */
final class Experiments {
    private Experiments() {}

    /** One visitor enters through each of two gates. */
    static boolean countsBoth(Turnstiles turnstiles) throws Exception {
        return turnstiles.count(2, 1) == 2;
    }

    /** Two customers want the same seat. */
    static boolean sellsOnce(Seats seats) throws Exception {
        var sold = atOnce("Anna", () -> seats.book("A1", "Anna"), "Ben", () -> seats.book("A1", "Ben"));
        return Collections.frequency(sold, true) == 1;
    }

    /** The sign shows Hamlet in hall 1, and is changed to Macbeth in hall 2, while a visitor reads it. */
    static boolean showsOnePlay(Sign sign) throws Exception {
        Callable<Show> change = () -> {
            sign.change("Macbeth", 2);
            return new Show("Macbeth", 2);
        };
        var shows = atOnce("Office", change, "Visitor", sign::read);
        return Set.of(new Show("Hamlet", 1), new Show("Macbeth", 2)).containsAll(shows);
    }

    /** Ben is added to the list while it is printed. */
    static boolean printsOneMoment(WaitingList list) throws Exception {
        list.add("Anna");
        Callable<String> add = () -> {
            list.add("Ben");
            return "Anna, Ben";
        };
        var printed = atOnce("Ben", add, "Printer", list::print);
        return Set.of("Anna", "Anna, Ben").containsAll(printed);
    }

    /** Runs both on threads with these names, and returns their results. */
    private static <T> List<T> atOnce(String name, Callable<T> one, String otherName, Callable<T> other)
            throws Exception {
        var start = new Phaser(2);
        var first = started(name, start, one);
        var second = started(otherName, start, other);
        return List.of(first.get(), second.get());
    }

    private static <T> FutureTask<T> started(String name, Phaser start, Callable<T> action) {
        var task = new FutureTask<>(() -> {
            start.arriveAndAwaitAdvance();
            return action.call();
        });
        Thread.ofPlatform().name(name).start(task);
        return task;
    }
}
