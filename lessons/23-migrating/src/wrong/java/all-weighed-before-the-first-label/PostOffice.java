// says: Expected "book: 400 g" at 3 s, but it was printed at 4 s.
package migrating;

import static java.time.Duration.ofSeconds;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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
        var weigh = parcels.stream()
                .<Callable<Integer>>map(parcel -> () -> weigh(parcel, office))
                .toList();
        try (var threads = Executors.newFixedThreadPool(parcels.size())) {
            var grams = threads.invokeAll(weigh);
            var labels = new ArrayList<Callable<Void>>();
            for (int i = 0; i < parcels.size(); i++) {
                String parcel = parcels.get(i);
                var weight = grams.get(i);
                labels.add(() -> {
                    office.writeLabel(parcel, weight.get());
                    return null;
                });
            }
            for (var sent : threads.invokeAll(labels)) {
                sent.get();
            }
        }
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
