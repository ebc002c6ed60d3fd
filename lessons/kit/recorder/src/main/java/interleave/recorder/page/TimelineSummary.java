package interleave.recorder.page;

import interleave.recorder.layout.Labels;
import interleave.recorder.model.ConcurrencyLevel;
import interleave.recorder.model.CriticalPath;
import interleave.recorder.model.Ending;
import interleave.recorder.model.Lane;
import interleave.recorder.model.Mark;
import interleave.recorder.model.Operation;
import interleave.recorder.model.Span;
import interleave.recorder.model.State;
import interleave.recorder.model.Timeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Explains the time of a version in one or two sentences. */
public final class TimelineSummary {

    private static final int MAX_PARTS = 3;
    private static final Duration NOTHING = Duration.ofNanos(1_000);

    private TimelineSummary() {}

    /**
     * The number and total time of the operations or waits, and how many were concurrent, if they explain the time.
     * Then the critical path.
     */
    public static String of(Timeline timeline) {
        Timeline distinct = LaneNames.withDistinctNames(timeline);
        return of(distinct, CriticalPath.of(distinct));
    }

    static String of(Timeline timeline, CriticalPath path) {
        if (timeline.duration().compareTo(NOTHING) < 0) {
            return "It takes no time, because nothing waits.";
        }
        return (waiting(timeline) + criticalPath(timeline, path)).strip();
    }

    private static String waiting(Timeline timeline) {
        boolean recorded = !timeline.operations().isEmpty();
        List<Operation> waits = withoutNegligible(recorded ? timeline.performed() : waits(timeline), Operation::length);
        if (waits.isEmpty() || !explain(timeline, waits)) {
            return "";
        }
        Duration sum = waits.stream().map(Operation::length).reduce(Duration.ZERO, Duration::plus);
        int peak = ConcurrencyLevel.ofOperations(waits).peak();
        return count(waits.size(), recorded ? "operation" : "wait") + " with a total of " + Labels.duration(sum) + ", "
                + (waits.size() == 1
                        ? ""
                        : peak <= 1 ? "one after the other, " : "up to " + peak + " at the same time, ")
                + switch (timeline.ending()) {
                    case DONE -> "so it took " + Labels.time(timeline);
                    case OPEN -> "so it has taken " + Labels.time(timeline);
                    case FAILED, STOPPED -> "and it " + Labels.time(timeline);
                    case STUCK -> "and it was " + Labels.time(timeline);
                }
                + ". ";
    }

    private static List<Operation> waits(Timeline timeline) {
        return timeline.workers().stream()
                .flatMap(lane -> lane.spans().stream())
                .filter(span -> isOwnWait(span.state()))
                .map(span -> new Operation(span.start(), span.end()))
                .toList();
    }

    /** Waiting for the results of other lanes is their time, which is counted there. */
    private static boolean isOwnWait(State state) {
        return state.isWait() && state != State.RESULT && state != State.IDLE;
    }

    private static boolean explain(Timeline timeline, List<Operation> waits) {
        Duration covered = Duration.ZERO;
        Duration until = Duration.ZERO;
        for (Operation wait :
                waits.stream().sorted(Comparator.comparing(Operation::start)).toList()) {
            Duration from = wait.start().compareTo(until) > 0 ? wait.start() : until;
            if (wait.end().compareTo(from) > 0) {
                covered = covered.plus(wait.end().minus(from));
                until = wait.end();
            }
        }
        return timeline.isExplainedBy(covered);
    }

    private static String criticalPath(Timeline timeline, CriticalPath path) {
        boolean explained = timeline.ending() != Ending.STOPPED && timeline.isExplainedBy(path.length());
        List<Part> all = explained ? parts(timeline, path) : List.of();
        if (all.isEmpty()) {
            return "";
        }
        boolean manyShortOnes =
                sum(biggest(all), Part::length) * 2 < path.length().toNanos();
        List<Part> parts = manyShortOnes ? totals(timeline, path) : all;
        List<Part> biggest = biggest(parts);
        var text = new StringBuilder(path.isGuess() ? "Probable critical path: " : "Critical path: ");
        String lane = "";
        for (Part part : parts.stream().filter(biggest::contains).toList()) {
            text.append(lane.isEmpty() ? "" : ", then ")
                    .append(part.lane.equals(lane) ? "" : part.lane + " ")
                    .append(part.text());
            lane = part.lane;
        }
        int left = parts.size() - biggest.size();
        return text.append(left > 0 ? ", and " + count(left, "shorter step") : "")
                .append('.')
                .toString();
    }

    private static List<Part> biggest(List<Part> parts) {
        return parts.stream()
                .sorted(Comparator.comparing(Part::length).reversed())
                .limit(MAX_PARTS)
                .toList();
    }

    /** All steps of the critical path. Those of a lane in which it does the same are merged, however long each is. */
    private static List<Part> totals(Timeline timeline, CriticalPath path) {
        var parts = new LinkedHashMap<List<String>, Part>();
        for (CriticalPath.Step step : path.steps()) {
            String lane = timeline.lanes().get(step.lane()).name();
            var part = new Part(lane, detail(step), step.length(), step.length(), 1, "");
            parts.merge(List.of(lane, part.what), part, Part::plus);
        }
        return List.copyOf(parts.values());
    }

    /** The relevant steps of the critical path. Consecutive equal steps are merged. */
    private static List<Part> parts(Timeline timeline, CriticalPath path) {
        var sections = new ArrayList<List<CriticalPath.Step>>();
        for (CriticalPath.Step step : longSteps(timeline, path)) {
            if (sections.isEmpty() || sections.getLast().getLast().lane() != step.lane()) {
                sections.add(new ArrayList<>());
            }
            sections.getLast().add(step);
        }
        var parts = new ArrayList<Part>();
        for (List<CriticalPath.Step> section : sections) {
            String lane = lane(timeline, section);
            for (CriticalPath.Step step : section) {
                var part = new Part(lane, what(timeline, step), step.length(), step.length(), 1, "");
                boolean isRepeated = !parts.isEmpty() && parts.getLast().isSameAs(part);
                parts.add(isRepeated ? parts.removeLast().mergedWith(part) : part);
            }
            if (fails(
                    timeline.lanes().get(section.getLast().lane()),
                    section.getLast().to(),
                    close(timeline))) {
                parts.add(parts.removeLast().failed());
            }
        }
        return parts;
    }

    /** The steps longer than a fiftieth of the total time or, if there are none, all. */
    private static List<CriticalPath.Step> longSteps(Timeline timeline, CriticalPath path) {
        List<CriticalPath.Step> biggest =
                atLeast(timeline.duration().toNanos() / 50, path.steps(), CriticalPath.Step::length);
        return biggest.isEmpty() ? atLeast(NOTHING.toNanos(), path.steps(), CriticalPath.Step::length) : biggest;
    }

    /** The name of the lane or, if several lanes do the same at the same time, their number: "each of 3 threads". */
    private static String lane(Timeline timeline, List<CriticalPath.Step> section) {
        Lane one = timeline.lanes().get(section.getFirst().lane());
        Duration close = close(timeline);
        Duration end = section.getLast().to();
        long alike = timeline.lanes().stream()
                .filter(lane -> lane.kind() == one.kind()
                        && fails(lane, end, close) == fails(one, end, close)
                        && lane.marks().stream().noneMatch(mark -> isStopped(mark, end, close))
                        && section.stream()
                                .allMatch(step ->
                                        lane.spans().stream().anyMatch(span -> isAlike(span, step.span(), close))))
                .count();
        return alike < 2
                ? one.name()
                : "each of " + alike + " "
                        + switch (one.kind()) {
                            case PLATFORM_THREAD, STEPPED_THREAD -> "threads";
                            case VIRTUAL_THREAD -> "virtual threads";
                            case LOOP_TASK -> "tasks";
                            case REQUEST -> "requests";
                            case PROCESS -> "processes";
                        };
    }

    private static boolean isAlike(Span one, Span other, Duration close) {
        return one.detail().equals(other.detail())
                && one.start().minus(other.start()).abs().compareTo(close) <= 0
                && one.end().minus(other.end()).abs().compareTo(close) <= 0;
    }

    private static boolean fails(Lane lane, Duration at, Duration close) {
        return lane.marks().stream()
                .anyMatch(mark -> mark.isFailure()
                        && !isStopped(mark, at, close)
                        && mark.at().minus(at).abs().compareTo(close) <= 0);
    }

    private static boolean isStopped(Mark mark, Duration at, Duration close) {
        return mark.isStop() && mark.at().minus(at).abs().compareTo(close) <= 0;
    }

    /** Moments closer than this count as equal. */
    private static Duration close(Timeline timeline) {
        return timeline.duration().dividedBy(100);
    }

    /**
     * The state of a step. Running before the first printed line is assumed to be mostly class loading, unless a
     * program prints its first line near its end.
     */
    private static String what(Timeline timeline, CriticalPath.Step step) {
        Optional<Duration> firstLine = timeline.lanes().stream()
                .flatMap(lane -> lane.marks().stream())
                .map(Mark::at)
                .min(Comparator.naturalOrder());
        boolean starts = step.span().state() == State.RUNNING
                && step.from().compareTo(close(timeline)) <= 0
                && firstLine
                        .filter(line -> line.multipliedBy(2).compareTo(step.to()) >= 0)
                        .filter(line -> line.multipliedBy(2).compareTo(timeline.duration()) <= 0)
                        .isPresent();
        return starts ? "starting up (loading classes)" : detail(step);
    }

    private static String detail(CriticalPath.Step step) {
        return step.span().detail().replaceFirst("[,;].*", "");
    }

    /**
     * Equal steps.
     *
     * @param each the time of a step; zero if they differ in length
     * @param length the total time
     */
    private record Part(String lane, String what, Duration each, Duration length, int times, String ending) {

        boolean isSameAs(Part other) {
            return lane.equals(other.lane)
                    && what.equals(other.what)
                    && each.minus(other.each).abs().multipliedBy(10).compareTo(each) <= 0;
        }

        Part mergedWith(Part other) {
            Duration sum = length.plus(other.length);
            return new Part(lane, what, sum.dividedBy(times + 1), sum, times + 1, "");
        }

        Part plus(Part other) {
            return new Part(lane, what, Duration.ZERO, length.plus(other.length), times + other.times, "");
        }

        Part failed() {
            return new Part(lane, what, each, length, times, " until it fails");
        }

        String text() {
            return each.isZero()
                    ? what + " " + times + " times, " + Labels.duration(length) + " in total"
                    : what + " " + Labels.duration(each) + (times == 1 ? "" : ", " + times + " times") + ending;
        }
    }

    /** Omits elements shorter than a tenth of the longest, if they make up less than a tenth of the total. */
    private static <T> List<T> withoutNegligible(List<T> all, Function<T, Duration> length) {
        long longest = all.stream()
                .mapToLong(each -> length.apply(each).toNanos())
                .max()
                .orElse(0);
        List<T> longOnes = atLeast(longest / 10, all, length);
        return sum(longOnes, length) * 10 >= sum(all, length) * 9 ? longOnes : atLeast(NOTHING.toNanos(), all, length);
    }

    private static <T> List<T> atLeast(long nanos, List<T> all, Function<T, Duration> length) {
        return all.stream()
                .filter(each -> length.apply(each).toNanos() >= nanos)
                .toList();
    }

    private static <T> long sum(List<T> all, Function<T, Duration> length) {
        return all.stream().mapToLong(each -> length.apply(each).toNanos()).sum();
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
