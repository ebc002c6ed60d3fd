package migrating;

import static java.time.Duration.ofSeconds;

import interleave.eventloop.AsyncSemaphore;
import interleave.eventloop.EventLoop;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** A brochure with a line for each hotel. */
final class Brochure {

    /** The prices of this season, in percent. The caller has set it for its own thread. */
    static final ThreadLocal<Integer> PERCENT = ThreadLocal.withInitial(() -> 100);

    /**
     * Prints the line of each hotel, in the order of the list, as soon as it and all lines before it are known. At most
     * {@code lines} hotels are on the telephone at the same time.
     *
     * @throws Exception the exception of the first hotel, in this order, that has no price or no forecast: that of the
     *     price, if both fail. All lines before it have been printed, and nothing is left running.
     */
    static void print(List<String> hotels, TravelDesk desk, int lines) throws Exception {
        int percent = PERCENT.get();
        EventLoop.run(loop -> {
            var telephone = new AsyncSemaphore(loop, lines);
            var texts = hotels.stream()
                    .map(hotel -> loop.createTask(hotel, () -> text(loop, desk, hotel, telephone, percent)))
                    .toList();
            CompletionStage<Void> printed = loop.completed(null);
            for (var text : texts) {
                printed = printed.thenCompose(before -> text).thenAccept(IO::println);
            }
            return printed;
        });
    }

    private static CompletionStage<String> text(
            EventLoop loop, TravelDesk desk, String hotel, AsyncSemaphore telephone, int percent) {
        var weather = loop.toThread(() -> desk.weather(hotel));
        return telephone
                .withPermit(() -> loop.toThread(() -> desk.price(hotel)))
                .thenCompose(
                        price -> weather.thenApply(text -> hotel + ": " + price * percent / 100 + " francs, " + text));
    }

    static void main() throws Exception {
        var desk = new TravelDesk(hotel -> ofSeconds(2));
        print(List.of("Alpina", "Bellevue", "Central", "Dolder"), desk, 2);
    }
}
