package migrating;

import static java.time.Duration.ofSeconds;

import interleave.eventloop.EventLoop;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;

/** A post office that sends many parcels. */
final class PostOffice {

    /**
     * Sends all parcels at the same time: weighs each of them on a scale, and writes its label. There are fewer scales
     * than parcels.
     *
     * @throws Exception if a parcel cannot be weighed, when all others have been sent
     */
    static void send(List<String> parcels, Office office) throws Exception {
        EventLoop.run(loop -> {
            var sent = parcels.stream()
                    .map(parcel -> loop.createTask(
                            parcel,
                            () -> loop.toThread(() -> weigh(parcel, office))
                                    .thenCompose(grams -> loop.toThread(() -> {
                                        office.writeLabel(parcel, grams);
                                        return grams;
                                    }))))
                    .toList();
            return loop.gatherSettled(sent).thenApply(all -> {
                all.forEach(one -> {
                    if (one.state() == Future.State.FAILED) {
                        throw new CompletionException(one.exceptionNow());
                    }
                });
                return null;
            });
        });
    }

    private static int weigh(String parcel, Office office) throws Exception {
        try (var scale = office.takeScale()) {
            return scale.weigh(parcel);
        }
    }

    static void main() throws Exception {
        send(List.of("book", "ball", "cake"), new Office(2, ofSeconds(1), ofSeconds(2)));
    }
}
