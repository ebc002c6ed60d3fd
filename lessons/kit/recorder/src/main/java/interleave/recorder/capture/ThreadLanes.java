package interleave.recorder.capture;

import interleave.recorder.capture.Track.OpenEnd;
import interleave.recorder.capture.Track.Printed;
import interleave.recorder.model.Lane;
import interleave.recorder.model.LaneKind;
import interleave.recorder.model.Mark;
import interleave.recorder.model.Span;
import interleave.recorder.model.State;
import interleave.recorder.stack.Wait;
import interleave.recorder.stack.WaitClassifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Builds a lane from the part of a thread's track that belongs to a version. */
final class ThreadLanes {

    /** How long after its last work a thread may end, in nanoseconds. */
    private static final long DELAY = 200_000_000;

    private final VersionWindow version;
    private final long recordingEnd;
    private final Mounts mounts;

    ThreadLanes(VersionWindow version, long recordingEnd, Mounts mounts) {
        this.mounts = mounts;
        this.version = version;
        this.recordingEnd = recordingEnd;
    }

    Lane lane(Track track, String name) {
        long start = Math.clamp(track.start, version.start(), version.end());
        long end = Math.clamp(track.end, start, version.end());
        var marks = marks(track);
        return new Lane(
                name,
                track.virtual ? LaneKind.VIRTUAL_THREAD : LaneKind.PLATFORM_THREAD,
                version.at(start),
                version.at(end),
                outlives(track),
                spans(track, start, end),
                marks);
    }

    /** All waits of the thread, in order and without overlap, including those that had not ended with the recording. */
    List<TimedWait> waits(Track track) {
        var waits = new ArrayList<>(track.waits);
        for (OpenEnd open : track.openWaits) {
            if (waits.stream().noneMatch(wait -> wait.contains(open.time()))) {
                waits.add(new TimedWait(track.lastKnown(open.time()), recordingEnd, open.why()));
            }
        }
        if (track.virtual) {
            waits.addAll(withoutEvent(track, TimedWait.withoutOverlap(waits)));
        }
        return TimedWait.joined(
                TimedWait.withoutOverlap(waits),
                time -> track.printed.stream().noneMatch(line -> line.time() >= time && line.time() - time < DELAY));
    }

    /** The waits of a virtual thread without an event: it was not mounted, so it cannot have run. */
    private List<TimedWait> withoutEvent(Track track, List<TimedWait> waits) {
        var found = new ArrayList<TimedWait>();
        long from = track.start;
        for (TimedWait wait : waits) {
            withoutEvent(track, from, wait.start(), WaitClassifier.MONITOR).ifPresent(found::add);
            from = wait.end();
        }
        boolean ended = track.end != Track.NEVER;
        withoutEvent(
                        track,
                        from,
                        Math.min(track.end, recordingEnd),
                        ended ? WaitClassifier.MONITOR : WaitClassifier.UNKNOWN)
                .ifPresent(found::add);
        return found;
    }

    /**
     * A thread whose channel is closed while it reads contends with the closing thread for a monitor inside the JDK.
     * This is counted as a wait for the socket.
     */
    private Optional<TimedWait> withoutEvent(Track track, long from, long to, Wait usual) {
        return mounts.unmounted(from, to, usual).map(gap -> {
            Long closed = track.closedChannels.ceiling(gap.end());
            return closed != null && closed <= to ? new TimedWait(gap.start(), gap.end(), WaitClassifier.SOCKET) : gap;
        });
    }

    private List<Span> spans(Track track, long start, long end) {
        var spans = new SpanList(version, start);
        for (TimedWait wait : waits(track)) {
            TimedWait seen = wait.within(start, end);
            if (seen.start() < seen.end()) {
                spans.fillUpTo(seen.start(), State.RUNNING, State.RUNNING.meaning());
                spans.fillUpTo(seen.end(), wait.why().state(), wait.why().detail(), wait.places());
            }
        }
        spans.fillUpTo(end, State.RUNNING, State.RUNNING.meaning());
        return spans.list();
    }

    private List<Mark> marks(Track track) {
        var lines = track.printed.stream()
                .filter(line -> line.version() == version.number())
                .map(line -> new Mark(version.sinceStart(line.time()), line.line(), line.kind()));
        var failures = track.failed.stream()
                .filter(failure -> version.contains(failure.time()))
                .map(failure -> new Mark(version.at(failure.time()), failure.what(), Mark.Kind.FAILED));
        return Stream.concat(failures, lines)
                .sorted(Comparator.comparing(Mark::at))
                .toList();
    }

    /**
     * Whether the thread continues after the version. A thread that ends shortly after its last work does not, nor does
     * one of a version that was stuck.
     */
    private boolean outlives(Track track) {
        if (track.isShared() || version.isStuck() || track.end <= version.end() || isFinishedMain(track)) {
            return false;
        }
        long seenAlive = Math.min(track.end, recordingEnd);
        return !version.finished()
                || seenAlive - version.end() > DELAY
                || waits(track).stream().anyMatch(wait -> wait.end() > version.end())
                || track.printed.stream().map(Printed::time).anyMatch(time -> time > version.end());
    }

    private boolean isFinishedMain(Track track) {
        return track.id == version.mainThread() && version.finished();
    }

    /** Whether the version used this thread of a shared pool. */
    static boolean isUsed(Lane lane) {
        return !lane.marks().isEmpty()
                || lane.spans().stream()
                        .anyMatch(span ->
                                span.state() != State.IDLE && span.length().compareTo(Duration.ZERO) > 0);
    }
}
