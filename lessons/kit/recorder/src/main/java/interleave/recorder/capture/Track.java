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

/** The recorded data of one thread, before it is assigned to a version. */
final class Track {

    /** The start time of a thread that started before the recording. */
    static final long BEFORE = 0;
    /** The end time of a thread that did not end during the recording. */
    static final long NEVER = Long.MAX_VALUE;

    /** Equal failures closer than this are one failure, in nanoseconds. */
    private static final long SAME_FAILURE = 1_000_000;

    final long id;
    final boolean virtual;
    final List<TimedWait> waits = new ArrayList<>();
    final List<OpenEnd> openWaits = new ArrayList<>();
    final List<Printed> printed = new ArrayList<>();
    final List<Failed> failed = new ArrayList<>();
    final NavigableMap<Long, Thrown> thrown = new TreeMap<>();
    final List<Stored> storedExceptions = new ArrayList<>();
    /** The times at which an operation on a channel ended because another thread closed the channel. */
    final NavigableSet<Long> closedChannels = new TreeSet<>();

    String name = "";
    boolean ofVersion;
    long start = BEFORE;
    long end = NEVER;

    Track(long id, boolean virtual) {
        this.id = id;
        this.virtual = virtual;
    }

    /** Whether it belongs to a pool that versions share. Such a thread appears in every version that uses it. */
    boolean isShared() {
        return name.startsWith("ForkJoinPool.commonPool-");
    }

    /**
     * Matches stored exceptions with the exceptions created before them. Those that a library creates and stores are
     * its own affair: it throws another one at the program. Called when all events have been read.
     */
    void findFailures() {
        thrown.forEach((time, what) -> {
            if (what.text.equals(FailureText.INTERRUPTED)) {
                failed(time, what.text);
            }
        });
        for (Stored stored : storedExceptions) {
            var last = thrown.floorEntry(stored.time);
            if (last != null && (last.getValue().byProgram || !stored.byLibrary)) {
                failed(stored.time, last.getValue().text);
            }
        }
    }

    /** Adds a failure. An exception that several futures store in turn is one failure. */
    void failed(long time, String what) {
        boolean isKnown =
                failed.stream().anyMatch(last -> last.what.equals(what) && Math.abs(time - last.time) < SAME_FAILURE);
        if (!isKnown) {
            failed.add(new Failed(time, what));
        }
    }

    /** Adds a printed line. Ignores the lines of a stack trace, since only its first line is of interest. */
    void printed(long time, int version, String line, Mark.Kind kind) {
        boolean isStackTrace = line.startsWith("\tat ") || line.startsWith("\t... ");
        if (kind == Mark.Kind.PRINTED || !isStackTrace) {
            printed.add(new Printed(time, version, line, kind));
        }
    }

    /** The time of the last known event of the thread before {@code time}. */
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

    /** An exception that was created, as text, and whether the program created it. */
    record Thrown(String text, boolean byProgram) {}

    /** An exception was stored in a future, and whether a library did so. */
    record Stored(long time, boolean byLibrary) {}

    /** The thread was waiting at {@code time}. The recording contains the end of the wait only if it has ended. */
    record OpenEnd(long time, Wait why) {}

    /** A printed line, with the number of its version. */
    record Printed(long time, int version, String line, Mark.Kind kind) {}

    /** A failed task or an interrupted wait, as text. */
    record Failed(long time, String what) {}
}
