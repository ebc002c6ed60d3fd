package bugs;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A loop over a list, to which another thread adds. */
final class IterationWhileAdding implements Bug {
    @Override
    public void wrong() throws Exception {
        List<String> guests = new ArrayList<>(List.of("Anna", "Ben"));
        Threads.run(() -> print(guests), () -> guests.add("Carla"));
    }

    @Override
    public void right() throws Exception {
        List<String> guests = new CopyOnWriteArrayList<>(List.of("Anna", "Ben"));
        Threads.run(() -> print(guests), () -> guests.add("Carla"));
    }

    private static void print(List<String> guests) {
        for (String guest : guests) {
            Threads.check(!guest.isEmpty(), "a guest without a name");
        }
    }
}
