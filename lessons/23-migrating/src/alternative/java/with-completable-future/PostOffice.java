package migrating;

import static java.time.Duration.ofSeconds;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;

/** A post office that sends many parcels. */
final class PostOffice {

    /**
     * Sends all parcels at the same time: weighs each of them on a scale, and writes its label. There are fewer scales
     * than parcels.
     *
     * @throws Exception if a parcel cannot be weighed, when all others have been sent
     */
    static void send(List<String> parcels, Office office) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sent = parcels.stream()
                    .map(parcel -> CompletableFuture.supplyAsync(() -> unchecked(() -> weigh(parcel, office)), threads)
                            .thenAccept(grams -> unchecked(() -> {
                                office.writeLabel(parcel, grams);
                                return grams;
                            })))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(sent).join();
        }
    }

    private static int weigh(String parcel, Office office) throws Exception {
        try (var scale = office.takeScale()) {
            return scale.weigh(parcel);
        }
    }

    private static <T> T unchecked(Callable<T> call) {
        try {
            return call.call();
        } catch (Exception failure) {
            throw new CompletionException(failure);
        }
    }

    static void main() throws Exception {
        send(List.of("book", "ball", "cake"), new Office(2, ofSeconds(1), ofSeconds(2)));
    }
}
