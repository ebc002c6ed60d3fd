// says: "book: 400 g" at 3 s, but it was printed at 4 s.
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
        var labels = new ArrayList<Callable<Void>>();
        try (var scale = office.takeScale()) {
            for (String parcel : parcels) {
                int grams = scale.weigh(parcel);
                labels.add(() -> {
                    office.writeLabel(parcel, grams);
                    return null;
                });
            }
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var sent : threads.invokeAll(labels)) {
                sent.get();
            }
        }
    }

    static void main() throws Exception {
        send(List.of("book", "ball", "cake"), new Office(2, ofSeconds(1), ofSeconds(2)));
    }
}
