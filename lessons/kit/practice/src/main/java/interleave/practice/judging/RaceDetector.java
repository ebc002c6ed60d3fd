package interleave.practice.judging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Finds data races: delays a thread just before an access, and waits for another thread that is about to make a
 * conflicting access. Whatever keeps threads apart (a lock, a queue, join) also keeps them apart here, so that every
 * race it reports is real.
 */
final class RaceDetector {
    /** Virtual times that are long enough for other threads to arrive. */
    private static final List<Duration> DELAYS =
            List.of(Duration.ofMillis(1), Duration.ofMillis(700), Duration.ofSeconds(2), Duration.ofSeconds(11));

    private final SplittableRandom random;
    /** Lines with accesses that several threads share, found in earlier runs. */
    private final Set<Integer> sharedLines;

    private final IdentityHashMap<Object, Map<Thread, Set<Integer>>> users = new IdentityHashMap<>();
    private final Map<Thread, Access> delayed = new LinkedHashMap<>();
    private Optional<DataRace> found = Optional.empty();

    /** Two accesses of different threads at the same time. */
    record DataRace(Access first, Access second) {}

    /** @param sharedLines the lines at which to delay threads; the detector adds the lines that it finds */
    RaceDetector(long seed, Set<Integer> sharedLines) {
        this.random = new SplittableRandom(seed);
        this.sharedLines = sharedLines;
    }

    Optional<DataRace> found() {
        return found;
    }

    /** The current thread is about to make this access. */
    void access(Access access) {
        Thread thread = Thread.currentThread();
        if (begin(thread, access)) {
            try {
                delay();
            } finally {
                end(thread);
            }
        }
    }

    /** Whether to delay the thread now. */
    private synchronized boolean begin(Thread thread, Access access) {
        note(thread, access);
        if (found.isPresent() || delayed.containsKey(thread)) {
            return false;
        }
        found = delayed.values().stream()
                .filter(access::conflictsWith)
                .findFirst()
                .map(other -> new DataRace(other, access));
        boolean isDelayed = found.isEmpty() && sharedLines.contains(access.line()) && random.nextInt(3) > 0;
        if (isDelayed) {
            delayed.put(thread, access);
        }
        return isDelayed;
    }

    private synchronized void end(Thread thread) {
        delayed.remove(thread);
    }

    /** An object that two threads use is shared, and so are the lines that access it. */
    private void note(Thread thread, Access access) {
        var threads = users.computeIfAbsent(access.object(), object -> new LinkedHashMap<>());
        threads.computeIfAbsent(thread, user -> new HashSet<>()).add(access.line());
        if (threads.size() > 1) {
            threads.values().forEach(sharedLines::addAll);
        }
    }

    /** An interrupt ends the delay, and stays pending for the student's code. */
    private void delay() {
        Duration time = DELAYS.get(nextDelay());
        try {
            Thread.sleep(time);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized int nextDelay() {
        return random.nextInt(DELAYS.size());
    }

    /** The lines for a message, without repetition. */
    static List<String> places(DataRace race) {
        var places = new ArrayList<String>();
        places.add(race.first().place());
        if (!race.second().place().equals(race.first().place())) {
            places.add(race.second().place());
        }
        return places;
    }
}
