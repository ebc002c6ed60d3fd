package migrating;

import static java.time.Duration.ofSeconds;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A post office that sends many parcels. */
final class PostOffice {

    /**
     * Sends all parcels at the same time: weighs each of them on a scale, and writes its label. There are fewer scales
     * than parcels.
     *
     * @throws Exception if a parcel cannot be weighed, when all others have been sent
     */
    static void send(List<String> parcels, Office office) throws Exception {
        var tasks = new ArrayList<FutureTask<Void>>();
        for (String parcel : parcels) {
            var task = new FutureTask<Void>(() -> send(parcel, office));
            new Thread(task, parcel).start();
            tasks.add(task);
        }
        Exception first = null;
        for (var task : tasks) {
            try {
                task.get();
            } catch (ExecutionException failure) {
                first = first == null ? failure : first;
            }
        }
        if (first != null) {
            throw first;
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
