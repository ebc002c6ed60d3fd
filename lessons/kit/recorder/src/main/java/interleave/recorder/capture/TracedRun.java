package interleave.recorder.capture;

import interleave.recorder.capture.RequestLanes.RecordedRequest;
import interleave.recorder.capture.Unparks.RecordedWake;
import interleave.recorder.model.Ending;
import interleave.recorder.model.FailureText;
import interleave.recorder.model.Mark;
import interleave.recorder.model.Place;
import interleave.recorder.model.Timeline;
import interleave.recorder.stack.Frame;
import interleave.recorder.stack.ProgramPlaces;
import interleave.recorder.stack.Wait;
import interleave.recorder.stack.WaitClassifier;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jdk.jfr.Event;
import jdk.jfr.Name;

/**
 * Builds a timeline from the steps that a scheduler reports, for runs on a clock that Flight Recorder does not know.
 * Steps are reported in the order in which they happen, with the time since the start. Several steps may have the same
 * time.
 */
final class TracedRun {

    /** The start time. It is positive, because zero means "before the recording". */
    private static final long START = 1_000_000_000;

    private static final int VERSION = 1;
    private static final String OWN = "interleave.";

    private final String version;
    private final Map<Thread, Track> tracks = new LinkedHashMap<>();
    private final Map<Track, Pause> pauses = new LinkedHashMap<>();
    private final IdentityHashMap<Event, Long> begun = new IdentityHashMap<>();
    private final StackWalker stack = StackWalker.getInstance();
    private final List<LoopEvent> loopEvents = new ArrayList<>();
    private final List<RecordedRequest> requests = new ArrayList<>();
    private final List<RecordedWake> wakes = new ArrayList<>();
    private final PoolQueue pools = new PoolQueue();
    private long last = START;

    private record Pause(long start, Optional<Wait> why, List<Place> places) {}

    /** A run of the version with this name. The first reported thread is its main thread. */
    TracedRun(String version) {
        this.version = version;
    }

    /** The thread starts or continues. */
    void resumed(Thread thread, Duration at) {
        long now = moment(at);
        Track track = tracks.computeIfAbsent(thread, first -> begun(first, now));
        endPause(track, now);
    }

    /** The thread waits at the place in {@code stack} (innermost frame first), or has yielded. */
    void paused(Thread thread, Duration at, List<StackTraceElement> stack) {
        pauses.put(
                track(thread),
                new Pause(
                        moment(at),
                        why(thread, stack),
                        ProgramPlaces.of(stack.stream().map(Frame::of))));
    }

    /** The thread has ended. */
    void ended(Thread thread, Duration at) {
        track(thread).end = moment(at);
    }

    /** {@code waker} has ended the wait of {@code woken}. */
    void woken(Thread waker, Thread woken, Duration at) {
        if (tracks.containsKey(waker) && tracks.containsKey(woken)) {
            long now = moment(at);
            wakes.add(new RecordedWake(waker.threadId(), woken.threadId(), now, now));
        }
    }

    /** The thread has printed a line. */
    void printed(Thread thread, Duration at, String line) {
        track(thread).printed(moment(at), VERSION, line, Mark.Kind.PRINTED);
    }

    /** The thread has printed a line to the standard error stream. */
    void printedToErr(Thread thread, Duration at, String line) {
        if (tracks.containsKey(thread)) {
            track(thread).printed(moment(at), VERSION, line, Mark.Kind.PRINTED_TO_ERR);
        }
    }

    /** The program passed a task to a pool. */
    void submitted(Duration at) {
        pools.submitted(moment(at));
    }

    /** A thread of a pool began a task. */
    void dequeued(Thread thread, Duration at) {
        pools.begun(track(thread), moment(at));
    }

    /** A task of the calling thread has failed, or its wait has been interrupted. */
    void failed(Thread thread, Duration at, Throwable failure) {
        List<Frame> frames =
                stack.walk(all -> all.filter(frame -> !frame.getClassName().startsWith(OWN))
                        .map(Frame::of)
                        .toList());
        if (tracks.containsKey(thread) && !WaitClassifier.isIdle(frames)) {
            track(thread).failed(moment(at), FailureText.of(failure));
        }
    }

    /** A Flight Recorder event of the program began. */
    void began(Event event, Duration at) {
        begun.put(event, moment(at));
    }

    /**
     * The calling thread committed a Flight Recorder event. Events of a loop become the lanes of tasks, and events of a
     * local site become requests.
     */
    void committed(Thread thread, Event event, Duration at) {
        long now = moment(at);
        Long start = begun.remove(event);
        if (nameOf(event).equals("interleave.localsite.Request")) {
            requests.add(new RecordedRequest(start == null ? now : start, now, (String) field(event, "path"), (boolean)
                    field(event, "rejected")));
        }
        kind(event).ifPresent(kind -> {
            boolean isRequest = kind == LoopEvent.Type.REQUEST;
            loopEvents.add(new LoopEvent(
                    kind,
                    thread.threadId(),
                    (long) field(event, "taskId"),
                    (String) field(event, "task"),
                    start == null ? now : start,
                    now,
                    isRequest ? ((Class<?>) field(event, "future")).getName() : "",
                    isRequest ? placesOfCaller() : List.of(),
                    kind == LoopEvent.Type.TASK ? FailureText.parse((String) field(event, "failure")) : "",
                    isCallback(kind)
                            ? new LoopEvent.TaskName((long) field(event, "byId"), (String) field(event, "by"))
                            : LoopEvent.TaskName.NONE));
        });
    }

    private static boolean isCallback(LoopEvent.Type kind) {
        return kind == LoopEvent.Type.CALLBACK || kind == LoopEvent.Type.READY;
    }

    private List<Place> placesOfCaller() {
        return stack.walk(frames -> ProgramPlaces.of(frames.map(Frame::of)));
    }

    /** The timeline of the version, which ended at {@code end}. */
    Timeline timeline(Duration end, Ending ending) {
        long now = moment(end);
        List.copyOf(pauses.keySet()).forEach(track -> endPause(track, now));
        long main = tracks.values().stream()
                .mapToLong(track -> track.id)
                .findFirst()
                .orElse(0);
        return TimelineReader.of(RawRecording.of(
                new VersionWindow(VERSION, version, main, START, now, ending),
                tracks.values(),
                loopEvents,
                requests,
                pools,
                wakes));
    }

    /** Separates steps at the same time by one nanosecond, to keep their order. */
    private long moment(Duration at) {
        last = Math.max(START + at.toNanos(), last + 1);
        return last;
    }

    private Track track(Thread thread) {
        return Objects.requireNonNull(tracks.get(thread), "a thread must be resumed before any other step");
    }

    private static Track begun(Thread thread, long now) {
        var track = new Track(thread.threadId(), thread.isVirtual());
        track.name = thread.getName();
        track.ofVersion = true;
        track.start = now;
        return track;
    }

    private void endPause(Track track, long now) {
        Pause pause = pauses.remove(track);
        if (pause != null) {
            pause.why.ifPresent(why -> track.waits.add(new TimedWait(pause.start, now, why, pause.places)));
        }
    }

    private static Optional<Wait> why(Thread thread, List<StackTraceElement> stack) {
        var frames = stack.stream().map(Frame::of).toList();
        return switch (thread.getState()) {
            case BLOCKED -> Optional.of(WaitClassifier.MONITOR);
            case WAITING, TIMED_WAITING ->
                isInObjectWait(frames)
                        ? Optional.of(WaitClassifier.classifyMonitorWait(frames))
                        : WaitClassifier.classify(frames);
            default -> Optional.empty();
        };
    }

    private static boolean isInObjectWait(List<Frame> frames) {
        return frames.stream().anyMatch(frame -> frame.is("java.lang.Object", "wait0"));
    }

    private static Optional<LoopEvent.Type> kind(Event event) {
        return switch (nameOf(event)) {
            case "interleave.eventloop.Callback" -> Optional.of(LoopEvent.Type.CALLBACK);
            case "interleave.eventloop.Ready" -> Optional.of(LoopEvent.Type.READY);
            case "interleave.eventloop.Timer" -> Optional.of(LoopEvent.Type.TIMER);
            case "interleave.eventloop.Asked" -> Optional.of(LoopEvent.Type.REQUEST);
            case "interleave.eventloop.Task" -> Optional.of(LoopEvent.Type.TASK);
            default -> Optional.empty();
        };
    }

    private static String nameOf(Event event) {
        Name name = event.getClass().getAnnotation(Name.class);
        return name == null ? "" : name.value();
    }

    private static Object field(Event event, String name) {
        try {
            Field field = declared(event.getClass(), name);
            field.setAccessible(true);
            return field.get(event);
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException("the events of the loop have changed: no field " + name, changed);
        }
    }

    private static Field declared(Class<?> type, String name) throws NoSuchFieldException {
        boolean here = Arrays.stream(type.getDeclaredFields())
                .anyMatch(field -> field.getName().equals(name));
        return here || type == Event.class ? type.getDeclaredField(name) : declared(type.getSuperclass(), name);
    }
}
