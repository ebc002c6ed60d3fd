package sharedstate.play;

import java.util.ArrayList;
import java.util.List;

/** A host greets all guests, while a porter adds one to the list. */
final class GuestList {
    private final List<String> guests = new ArrayList<>(List.of("Anna", "Ben"));

    void host() {
        for (String guest : guests) {
            IO.println("Hello, " + guest);
        }
    }

    void porter() {
        guests.add("Carla");
    }
}
