package interleave.virtualtime.scheduling;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Each thread has a random priority, and the thread with the highest one runs. At a few scheduling points, the running
 * thread gets the lowest one. (Burckhardt et al., "A Randomized Scheduler with Probabilistic Guarantees of Finding
 * Bugs", ASPLOS 2010.) The authors draw these points from the length of the program; here a seed draws the length as
 * well.
 */
final class Priorities implements Chooser {
    private static final int CHANGES = 3;

    /** The shortest length that is drawn, and how often it may be doubled. */
    private static final int SHORTEST = 16;

    private static final int DOUBLINGS = 5;

    private final SplittableRandom random;
    private final Map<Integer, Double> priorities = new HashMap<>();
    private final Set<Integer> changes = new HashSet<>();
    private int points;
    private double lowest;

    Priorities(long seed) {
        random = new SplittableRandom(seed);
        int length = SHORTEST << random.nextInt(DOUBLINGS);
        for (int i = 0; i < CHANGES; i++) {
            changes.add(random.nextInt(length));
        }
    }

    @Override
    public Candidate choose(SchedulingPoint point) {
        point.candidates().forEach(each -> priorities.computeIfAbsent(each.number(), added -> random.nextDouble()));
        if (changes.contains(points++)) {
            lowest--;
            point.running().ifPresent(thread -> priorities.put(thread.number(), lowest));
        }
        return point.candidates().stream()
                .max(Comparator.comparing(each -> priorities.get(each.number())))
                .orElseThrow();
    }
}
