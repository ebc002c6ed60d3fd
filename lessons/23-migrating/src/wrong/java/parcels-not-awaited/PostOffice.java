// says: Expected 3 s of virtual time, but it took 0 s.
package migrating;

import static java.time.Duration.ofSeconds;

import java.util.List;

/** A post office that sends many parcels. */
final class PostOffice {

    /**
     * Sends all parcels at the same time: weighs each of them on a scale, and writes its label. There are fewer scales
     * than parcels.
     *
     * @throws Exception if a parcel cannot be weighed, when all others have been sent
     */
    static void send(List<String> parcels, Office office) throws Exception {
        for (String parcel : parcels) {
            Thread.startVirtualThread(() -> {
                try {
                    send(parcel, office);
                } catch (Exception failure) {
                    throw new IllegalStateException(failure);
                }
            });
        }
    }

    private static void send(String parcel, Office office) throws Exception {
        int grams;
        try (var scale = office.takeScale()) {
            grams = scale.weigh(parcel);
        }
        office.writeLabel(parcel, grams);
    }

    static void main() throws Exception {
        send(List.of("book", "ball", "cake"), new Office(2, ofSeconds(1), ofSeconds(2)));
    }
}
