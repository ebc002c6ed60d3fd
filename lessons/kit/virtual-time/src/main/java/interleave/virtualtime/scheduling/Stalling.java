package interleave.virtualtime.scheduling;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Draws one place of the program. A thread that reaches it stalls there until no other thread can continue. */
final class Stalling implements Chooser {
    /** The place is drawn from this many, in the order in which the threads reach them. */
    private static final int PLACES = 32;

    private final Chooser others;
    private final int number;
    private final List<Place> places = new ArrayList<>();

    /** A step of the program, whichever object it uses. */
    private record Place(String line, String action) {}

    Stalling(long seed) {
        number = new SplittableRandom(~seed).nextInt(PLACES);
        others = Chooser.seeded(seed);
    }

    @Override
    public Candidate choose(SchedulingPoint point) {
        List<Candidate> free =
                point.candidates().stream().filter(each -> !stalls(each)).toList();
        return free.isEmpty()
                ? others.choose(point)
                : others.choose(new SchedulingPoint(free, point.running().filter(free::contains)));
    }

    private boolean stalls(Candidate thread) {
        return thread.next()
                .map(this::numberOf)
                .filter(place -> place == number)
                .isPresent();
    }

    private int numberOf(NextStep step) {
        var place = new Place(step.line(), step.action());
        if (!places.contains(place) && places.size() < PLACES) {
            places.add(place);
        }
        return places.indexOf(place);
    }
}
