package sharedstate.play;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The guests of {@link GuestList}, in a list whose loops read a copy. */
final class CopiedGuestList {
    private final List<String> guests = new CopyOnWriteArrayList<>(List.of("Anna", "Ben"));

    void host() {
        for (String guest : guests) {
            IO.println("Hello, " + guest);
        }
    }

    void porter() {
        guests.add("Carla");
    }
}
