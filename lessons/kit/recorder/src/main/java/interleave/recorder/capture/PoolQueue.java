package interleave.recorder.capture;

import interleave.recorder.model.Queued;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The tasks that the program passed to pools, and those that their threads began. It is not recorded which task or pool
 * it was. But the queue of a fixed pool is first in, first out. So the time in the queue is known if a version uses one
 * pool.
 */
final class PoolQueue {

    private static final Pattern NUMBER_AT_THE_END = Pattern.compile("\\d+$");

    private final List<Long> submitted = new ArrayList<>();
    private final List<Begun> begun = new ArrayList<>();

    private record Begun(Track worker, long time) {}

    /** The program passed a task to a pool. */
    void submitted(long time) {
        submitted.add(time);
    }

    /** A thread of a pool began a task. */
    void begun(Track worker, long time) {
        begun.add(new Begun(worker, time));
    }

    /**
     * The times in the queue of the version's pool, in order; empty if it used several pools.
     *
     * @param isOfProgram whether a thread ran code of the program in this version
     */
    List<Queued> in(VersionWindow version, Predicate<Track> isOfProgram) {
        List<Begun> begins = begun.stream()
                .filter(begin -> version.contains(begin.time) && isOfProgram.test(begin.worker))
                .sorted((one, other) -> Long.compare(one.time, other.time))
                .toList();
        if (begins.stream().map(begin -> poolOf(begin.worker)).distinct().count() != 1) {
            return List.of();
        }
        List<Long> starts =
                submitted.stream().filter(version::contains).sorted().toList();
        var queued = new ArrayList<Queued>();
        for (int i = 0; i < starts.size(); i++) {
            long end = i < begins.size() ? begins.get(i).time : version.end();
            if (end < starts.get(i)) {
                return List.of(); // one of the tasks was passed to another pool, or by a library
            }
            queued.add(new Queued(Queued.QueueKind.POOL, "", version.at(starts.get(i)), version.at(end)));
        }
        return begins.size() > starts.size() ? List.of() : queued;
    }

    /** The name of a pool's thread without its number, such as "pool-1-thread-". */
    private static String poolOf(Track worker) {
        return NUMBER_AT_THE_END.matcher(worker.name).replaceFirst("");
    }
}
