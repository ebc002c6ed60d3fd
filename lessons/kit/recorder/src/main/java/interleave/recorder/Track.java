package interleave.recorder;

import java.util.ArrayList;
import java.util.List;

/** What the recording tells of one thread, before it is known which version it belongs to. */
final class Track {

    /** The start of what started before the recording. */
    static final long BEFORE = 0;
    /** The end of what did not end while it was recorded. */
    static final long NEVER = Long.MAX_VALUE;

    final long id;
    final boolean virtual;
    final List<TimedWait> waits = new ArrayList<>();
    final List<OpenEnd> openWaits = new ArrayList<>();
    final List<Printed> printed = new ArrayList<>();

    String name = "";
    boolean ofVersion;
    long start = BEFORE;
    long end = NEVER;

    Track(long id, boolean virtual) {
        this.id = id;
        this.virtual = virtual;
    }

    /** A pool that versions share: its threads appear in every version that uses them. */
    boolean isShared() {
        return name.startsWith("ForkJoinPool.commonPool-");
    }

    /** The end of what is known of the thread up to {@code time}. */
    long lastKnown(long time) {
        long last = start;
        for (TimedWait wait : waits) {
            if (wait.end() <= time) {
                last = Math.max(last, wait.end());
            }
        }
        for (Printed line : printed) {
            if (line.time() <= time) {
                last = Math.max(last, line.time());
            }
        }
        return last;
    }

    /** At {@code time} the thread was in a wait; the recording tells of its end only if it came to one. */
    record OpenEnd(long time, Wait why) {}

    /** A line, and the number of the version that printed it. */
    record Printed(long time, int version, String line) {}
}
