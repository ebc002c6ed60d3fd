package interleave.recorder.capture;

import interleave.recorder.model.FailureText;
import interleave.recorder.model.Mark;
import interleave.recorder.stack.Wait;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the recording tells of one thread, before it is known which version it belongs to. */
final class Track {

    /** The start of what started before the recording. */
    static final long BEFORE = 0;
    /** The end of what did not end while it was recorded. */
    static final long NEVER = Long.MAX_VALUE;

    /** In nanoseconds. */
    private static final long SAME_FAILURE = 1_000_000;

    final long id;
    final boolean virtual;
    final List<TimedWait> waits = new ArrayList<>();
    final List<OpenEnd> openWaits = new ArrayList<>();
    final List<Printed> printed = new ArrayList<>();
    final List<Failed> failed = new ArrayList<>();
    final NavigableMap<Long, String> thrown = new TreeMap<>();
    final List<Long> keptFailures = new ArrayList<>();
    /** When an operation on a channel ended because another thread closed the channel. */
    final NavigableSet<Long> closedChannels = new TreeSet<>();

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

    /** Puts together, when all is known, which exceptions were made and when the failure of some work was kept. */
    void findFailures() {
        thrown.forEach((time, what) -> {
            if (what.equals(FailureText.INTERRUPTED)) {
                failed(time, what);
            }
        });
        for (long time : keptFailures) {
            var last = thrown.floorEntry(time);
            if (last != null) {
                failed(time, last.getValue());
            }
        }
    }

    /** A failure that is kept by one future after the other is one. */
    void failed(long time, String what) {
        boolean again =
                failed.stream().anyMatch(last -> last.what.equals(what) && Math.abs(time - last.time) < SAME_FAILURE);
        if (!again) {
            failed.add(new Failed(time, what));
        }
    }

    /** The thread printed a line; the lines of a stack trace only say where a failure came from. */
    void printed(long time, int version, String line, Mark.Kind kind) {
        boolean isStackTrace = line.startsWith("\tat ") || line.startsWith("\t... ");
        if (kind == Mark.Kind.PRINTED || !isStackTrace) {
            printed.add(new Printed(time, version, line, kind));
        }
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
    record Printed(long time, int version, String line, Mark.Kind kind) {}

    /** Its work ended with a failure, or a wait with an interrupt; told for a reader. */
    record Failed(long time, String what) {}
}
