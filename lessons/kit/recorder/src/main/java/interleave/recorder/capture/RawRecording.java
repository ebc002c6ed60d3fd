package interleave.recorder.capture;

import interleave.recorder.capture.RequestLanes.RecordedRequest;
import interleave.recorder.capture.Track.OpenEnd;
import interleave.recorder.capture.Track.Printed;
import interleave.recorder.capture.Unparks.RecordedWake;
import interleave.recorder.model.Ending;
import interleave.recorder.model.Mark;
import interleave.recorder.model.State;
import interleave.recorder.stack.Wait;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/** The events of a recording, grouped by thread. */
final class RawRecording {

    final Map<Long, Track> tracks = new LinkedHashMap<>();
    final List<LoopEvent> loopEvents = new ArrayList<>();
    final List<RecordedRequest> requests = new ArrayList<>();
    final List<RecordedWake> wakes = new ArrayList<>();
    private final Map<Integer, VersionWindow> windows = new TreeMap<>();
    private final Map<Integer, VersionEnd> versionEnds = new TreeMap<>();
    private final Unparks unparks = new Unparks();
    final PoolQueue pools;
    private final List<Mounts.Mount> mounts = new ArrayList<>();
    private long end;

    private record VersionEnd(long time, Ending ending) {}

    private RawRecording(PoolQueue pools) {
        this.pools = pools;
    }

    static RawRecording read(Path jfr) throws IOException {
        var raw = new RawRecording(new PoolQueue());
        try (var file = new RecordingFile(jfr)) {
            while (file.hasMoreEvents()) {
                raw.take(file.readEvent());
            }
        }
        for (Track track : raw.tracks.values()) {
            track.waits.sort(Comparator.comparingLong(TimedWait::start));
            track.printed.sort(Comparator.comparingLong(Printed::time));
            track.openWaits.sort(Comparator.comparingLong(OpenEnd::time));
            track.findFailures();
        }
        raw.wakes.addAll(raw.unparks.wakes(raw.tracks.values()));
        return raw;
    }

    /** A recording of one version that was not made by Flight Recorder. */
    static RawRecording of(
            VersionWindow version,
            Collection<Track> tracks,
            List<LoopEvent> loopEvents,
            List<RecordedRequest> requests,
            PoolQueue pools,
            List<RecordedWake> wakes) {
        var raw = new RawRecording(pools);
        raw.wakes.addAll(wakes);
        raw.requests.addAll(requests);
        tracks.forEach(track -> raw.tracks.put(track.id, track));
        raw.loopEvents.addAll(loopEvents);
        raw.windows.put(version.number(), version);
        raw.versionEnds.put(version.number(), new VersionEnd(version.end(), version.ending()));
        raw.end = version.end();
        return raw;
    }

    Mounts mounts() {
        return new Mounts(mounts);
    }

    /** The time of the last event. */
    long end() {
        return end;
    }

    /** In the order in which they ran. A version without an end lasts until the end of the recording. */
    List<VersionWindow> versions() {
        return windows.values().stream()
                .map(window -> {
                    var ended = versionEnds.getOrDefault(window.number(), new VersionEnd(end, Ending.OPEN));
                    return window.endedAt(ended.time, ended.ending);
                })
                .toList();
    }

    private void take(RecordedEvent event) {
        end = Math.max(end, JfrEvents.end(event));
        switch (event.getEventType().getName()) {
            case "interleave.VersionStarted" ->
                windows.put(
                        event.getInt("version"),
                        new VersionWindow(
                                event.getInt("version"),
                                event.getString("name"),
                                event.getThread().getJavaThreadId(),
                                JfrEvents.start(event),
                                0,
                                Ending.OPEN));
            case "interleave.Version" ->
                versionEnds.put(
                        event.getInt("version"),
                        new VersionEnd(JfrEvents.end(event), Ending.valueOf(event.getString("ending"))));
            case "interleave.Line" -> track(event.getThread("printer")).ifPresent(track -> takeLine(track, event));
            case "interleave.StillWaiting" ->
                track(event.getThread("waiter"))
                        .ifPresent(track -> track.openWaits.add(new OpenEnd(
                                JfrEvents.start(event),
                                new Wait(State.valueOf(event.getString("state")), event.getString("detail")))));
            case "jdk.ThreadStart", "jdk.VirtualThreadStart" ->
                track(event.getThread()).ifPresent(track -> track.start = JfrEvents.start(event));
            case "jdk.ThreadEnd", "jdk.VirtualThreadEnd" ->
                track(event.getThread()).ifPresent(track -> track.end = JfrEvents.start(event));
            case "interleave.eventloop.Callback" -> loopEvents.add(JfrEvents.callback(LoopEvent.Type.CALLBACK, event));
            case "interleave.eventloop.Ready" -> loopEvents.add(JfrEvents.callback(LoopEvent.Type.READY, event));
            case "interleave.eventloop.Timer" -> loopEvents.add(JfrEvents.loopEvent(LoopEvent.Type.TIMER, event));
            case "interleave.eventloop.Asked" -> loopEvents.add(JfrEvents.request(event));
            case "interleave.eventloop.Task" -> loopEvents.add(JfrEvents.task(event));
            case "interleave.localsite.Request" ->
                requests.add(new RecordedRequest(
                        JfrEvents.start(event),
                        JfrEvents.end(event),
                        event.getString("path"),
                        event.getBoolean("rejected")));
            case "jdk.JavaExceptionThrow", "jdk.JavaErrorThrow" ->
                track(event.getThread()).ifPresent(track -> takeException(track, event));
            case "jdk.MethodTrace" -> {
                if (JfrEvents.isMount(event)) {
                    mounts.add(new Mounts.Mount(JfrEvents.start(event), JfrEvents.end(event)));
                } else if (JfrEvents.isUnpark(event)) {
                    track(event.getThread()).ifPresent(track -> unparks.add(track.id, JfrEvents.start(event)));
                } else if (JfrEvents.isSubmission(event)) {
                    if (JfrEvents.isByProgram(event)) {
                        pools.submitted(JfrEvents.start(event));
                    }
                } else if (JfrEvents.isBeginOfTask(event)) {
                    track(event.getThread()).ifPresent(track -> pools.begun(track, JfrEvents.start(event)));
                } else if (JfrEvents.storesException(event)) {
                    track(event.getThread())
                            .ifPresent(track -> track.storedExceptions.add(
                                    new Track.Stored(JfrEvents.start(event), JfrEvents.isByLibrary(event))));
                } else {
                    takeWait(event);
                }
            }
            default -> takeWait(event);
        }
    }

    private static void takeException(Track track, RecordedEvent event) {
        JfrEvents.thrown(event).ifPresent(what -> track.thrown.put(JfrEvents.start(event), what));
        if (JfrEvents.isClosedChannel(event)) {
            track.closedChannels.add(JfrEvents.start(event));
        }
    }

    private static void takeLine(Track track, RecordedEvent event) {
        track.printed(
                JfrEvents.start(event),
                event.getInt("version"),
                event.getString("text"),
                Mark.Kind.valueOf(event.getString("kind")));
    }

    private void takeWait(RecordedEvent event) {
        JfrEvents.waker(event)
                .flatMap(this::track)
                .ifPresent(waker -> track(event.getThread())
                        .ifPresent(woken -> wakes.add(
                                new RecordedWake(waker.id, woken.id, JfrEvents.end(event), JfrEvents.end(event)))));
        JfrEvents.wait(event)
                .ifPresent(wait -> track(event.getThread())
                        .ifPresent(track -> track.waits.add(new TimedWait(
                                JfrEvents.start(event), JfrEvents.end(event), wait, JfrEvents.places(event)))));
    }

    private Optional<Track> track(RecordedThread thread) {
        if (thread == null || thread.getJavaThreadId() <= 0) {
            return Optional.empty();
        }
        Track track = tracks.computeIfAbsent(thread.getJavaThreadId(), id -> new Track(id, thread.isVirtual()));
        if (thread.getJavaName() != null && !thread.getJavaName().isEmpty()) {
            track.name = thread.getJavaName();
        }
        track.ofVersion |= JfrEvents.isOfVersion(thread);
        return Optional.of(track);
    }
}
