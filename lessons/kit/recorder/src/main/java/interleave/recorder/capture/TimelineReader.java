package interleave.recorder.capture;

import interleave.recorder.Recorder;
import interleave.recorder.capture.Track.Printed;
import interleave.recorder.model.Lane;
import interleave.recorder.model.Queued;
import interleave.recorder.model.Scheduling;
import interleave.recorder.model.Timeline;
import interleave.recorder.model.Wake;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Builds timelines from a recording. */
public final class TimelineReader {

    /** Virtual threads of the JDK that wait for sockets. */
    private static final Pattern POLLER = Pattern.compile("(Sub|Read-|Write-|Master)Poller(-\\d+)?");

    /** More stays in queues than this make a page slow, and are too many to be watched. */
    private static final int MAX_QUEUED = 5_000;

    private final RawRecording raw;
    private final Mounts mounts;

    private TimelineReader(RawRecording raw) {
        this.raw = raw;
        this.mounts = raw.mounts();
    }

    /**
     * One timeline for each version that {@link Recorder} ran, in that order.
     *
     * @throws IOException if the file cannot be read or is not a Flight Recorder file
     */
    public static List<Timeline> read(Path jfr) throws IOException {
        var timelines = new TimelineReader(RawRecording.read(jfr));
        return timelines.raw.versions().stream().map(timelines::timeline).toList();
    }

    /** The timeline of the one version of a recording. */
    static Timeline of(RawRecording ofOneVersion) {
        return new TimelineReader(ofOneVersion).timeline(ofOneVersion.versions().getFirst());
    }

    private Timeline timeline(VersionWindow version) {
        var threads = new ThreadLanes(version, raw.end(), mounts);
        var lanes = new ArrayList<Lane>();
        var laneOfThread = new HashMap<Long, Integer>();
        var queued = new ArrayList<Queued>();
        var wakes = new ArrayList<TaskLanes.TaskWake>();
        int unnamed = 0;
        for (Track track : tracksOf(version)) {
            String name = track.name.isEmpty() ? "virtual-" + ++unnamed : track.name;
            Lane lane = threads.lane(track, name);
            if (track.isShared() && !ThreadLanes.isUsed(lane)) {
                continue;
            }
            var loop = raw.loopEvents.stream()
                    .filter(event -> event.thread() == track.id && version.contains(event.start()))
                    .toList();
            var tasks = new TaskLanes(version, loop, threads.waits(track));
            // the lane of the task shows the failure
            var marks = lane.marks().stream()
                    .filter(mark -> loop.isEmpty() || !mark.isFailure())
                    .toList();
            laneOfThread.put(track.id, lanes.size());
            lanes.add(new Lane(
                    lane.name(),
                    lane.kind(),
                    lane.start(),
                    lane.end(),
                    lane.outlives(),
                    lane.spans(),
                    tasks.leftOver(marks)));
            lanes.addAll(tasks.lanes(marks).stream()
                    .sorted(Comparator.comparing(Lane::start))
                    .toList());
            tasks.ready().forEach(queued::add);
            tasks.wakes().forEach(wakes::add);
        }
        queued.addAll(raw.pools.in(
                version,
                worker -> laneOfThread.containsKey(worker.id)
                        && !lanes.get(laneOfThread.get(worker.id)).isOfALibrary()));
        var requests = raw.requests.stream()
                .filter(request -> version.contains(request.start()))
                .toList();
        lanes.addAll(new RequestLanes(version, requests).without(lanes));
        return new Timeline(
                version.name(),
                version.at(version.end()),
                version.ending(),
                lanes,
                requests.stream().map(request -> request.in(version)).toList(),
                new Scheduling(
                        limited(queued),
                        Stream.concat(wakes(version, laneOfThread), wakes(wakes, lanes))
                                .sorted(Comparator.comparing(Wake::to))
                                .toList()));
    }

    /** Nothing if there is too much to be of use. */
    private static List<Queued> limited(List<Queued> queued) {
        return queued.size() > MAX_QUEUED
                ? List.of()
                : queued.stream().sorted(Comparator.comparing(Queued::from)).toList();
    }

    private Stream<Wake> wakes(VersionWindow version, Map<Long, Integer> laneOfThread) {
        return raw.wakes.stream()
                .filter(wake -> version.contains(wake.from())
                        && laneOfThread.containsKey(wake.waker())
                        && laneOfThread.containsKey(wake.woken()))
                .map(wake -> new Wake(
                        laneOfThread.getOrDefault(wake.waker(), 0),
                        laneOfThread.getOrDefault(wake.woken(), 0),
                        version.at(wake.from()),
                        version.at(wake.to())));
    }

    private static Stream<Wake> wakes(List<TaskLanes.TaskWake> wakes, List<Lane> lanes) {
        var indexes = new IdentityHashMap<Lane, Integer>();
        lanes.forEach(lane -> indexes.put(lane, indexes.size()));
        return wakes.stream()
                .map(wake -> new Wake(
                        indexes.getOrDefault(wake.waker(), 0),
                        indexes.getOrDefault(wake.woken(), 0),
                        wake.from(),
                        wake.to()));
    }

    private List<Track> tracksOf(VersionWindow version) {
        return raw.tracks.values().stream()
                .filter(track -> belongs(track, version))
                .sorted(Comparator.comparingLong(track -> track.start))
                .toList();
    }

    private static boolean belongs(Track track, VersionWindow version) {
        if (track.virtual && POLLER.matcher(track.name).matches()) {
            return false;
        }
        boolean isMain = track.id == version.mainThread();
        boolean startedHere = version.contains(track.start) && (track.virtual || track.ofVersion);
        boolean sharedHere = track.isShared() && track.start < version.end() && track.end > version.start();
        boolean printedHere = track.printed.stream().map(Printed::version).anyMatch(at -> at == version.number());
        return isMain || startedHere || sharedHere || (printedHere && track.start <= version.end());
    }
}
