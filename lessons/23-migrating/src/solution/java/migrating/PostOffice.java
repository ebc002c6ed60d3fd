package migrating;

import static java.time.Duration.ofSeconds;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** A post office that sends many parcels. */
final class PostOffice {

    /**
     * Sends all parcels at the same time: weighs each of them on a scale, and writes its label. There are fewer scales
     * than parcels.
     *
     * @throws Exception if a parcel cannot be weighed; thrown after all others have been sent
     */
    static void send(List<String> parcels, Office office) throws Exception {
        var tasks = parcels.stream()
                .<Callable<Void>>map(parcel -> () -> send(parcel, office))
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var sent : threads.invokeAll(tasks)) {
                sent.get();
            }
        }
    }

    private static Void send(String parcel, Office office) throws Exception {
        int grams;
        try (var scale = office.takeScale()) {
            grams = scale.weigh(parcel);
        }
        office.writeLabel(parcel, grams);
        return null;
    }

    static void main() throws Exception {
        send(List.of("book", "ball", "cake"), new Office(2, ofSeconds(1), ofSeconds(2)));
    }
}
