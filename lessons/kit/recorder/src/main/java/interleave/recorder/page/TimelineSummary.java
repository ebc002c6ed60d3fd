package interleave.recorder.page;

import interleave.recorder.layout.Labels;
import interleave.recorder.model.ConcurrencyLevel;
import interleave.recorder.model.CriticalPath;
import interleave.recorder.model.Lane;
import interleave.recorder.model.LaneKind;
import interleave.recorder.model.Mark;
import interleave.recorder.model.Span;
import interleave.recorder.model.State;
import interleave.recorder.model.Timeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Where a version's time went, in a sentence or two. */
final class TimelineSummary {

    private static final int MOST_PARTS = 3;
    private static final Duration NOTHING = Duration.ofNanos(1_000);

    private TimelineSummary() {}

    /** How much waiting there was, how much of it at the same time, and the chain that the time is made of. */
    static String of(Timeline timeline, CriticalPath path) {
        if (timeline.duration().compareTo(NOTHING) < 0) {
            return "It takes no time: nobody waits.";
        }
        return waiting(timeline) + chain(timeline, path);
    }

    private static String waiting(Timeline timeline) {
        boolean tasks = timeline.lanes().stream().anyMatch(lane -> lane.kind() == LaneKind.LOOP_TASK);
        List<Span> all = timeline.lanes().stream()
                .filter(lane -> !tasks || lane.kind() == LaneKind.LOOP_TASK)
                .flatMap(lane -> lane.spans().stream())
                .filter(span -> span.state().isWait() && span.state().isInProgress())
                .toList();
        List<Span> waits = worthTelling(all, Span::length);
        if (waits.isEmpty()) {
            return "";
        }
        Duration sum = waits.stream().map(Span::length).reduce(Duration.ZERO, Duration::plus);
        int peak = ConcurrencyLevel.ofSpans(waits).peak();
        return count(waits.size(), "wait") + ", " + Labels.duration(sum) + " together, "
                + (waits.size() == 1
                        ? ""
                        : peak <= 1 ? "one after the other, " : "up to " + peak + " at the same time, ")
                + switch (timeline.ending()) {
                    case DONE -> because(timeline, waits) + "it took " + Labels.time(timeline);
                    case OPEN -> because(timeline, waits) + "it takes " + Labels.time(timeline);
                    case FAILED, STOPPED -> "and it " + Labels.time(timeline);
                }
                + ". ";
    }

    /** The waits are the reason when hardly a moment is without one. */
    private static String because(Timeline timeline, List<Span> waits) {
        Duration covered = Duration.ZERO;
        Duration until = Duration.ZERO;
        for (Span wait :
                waits.stream().sorted(Comparator.comparing(Span::start)).toList()) {
            Duration from = wait.start().compareTo(until) > 0 ? wait.start() : until;
            if (wait.end().compareTo(from) > 0) {
                covered = covered.plus(wait.end().minus(from));
                until = wait.end();
            }
        }
        return covered.multipliedBy(10).compareTo(timeline.duration().multipliedBy(9)) >= 0 ? "so " : "and ";
    }

    private static String chain(Timeline timeline, CriticalPath path) {
        List<Part> parts = parts(timeline, path);
        if (parts.isEmpty()) {
            return "";
        }
        List<Part> biggest = parts.stream()
                .sorted(Comparator.comparing(Part::length).reversed())
                .limit(MOST_PARTS)
                .toList();
        var text = new StringBuilder("What the end had to wait for: ");
        String who = "";
        for (Part part : parts.stream().filter(biggest::contains).toList()) {
            text.append(who.isEmpty() ? "" : ", then ")
                    .append(part.who.equals(who) ? "" : part.who + " ")
                    .append(part.told());
            who = part.who;
        }
        int left = parts.size() - biggest.size();
        return text.append(left > 0 ? ", and " + left + " shorter" : "")
                .append('.')
                .toString();
    }

    /** The steps of the chain that matter, those joined that are alike and follow each other. */
    private static List<Part> parts(Timeline timeline, CriticalPath path) {
        var sections = new ArrayList<List<CriticalPath.Step>>();
        for (CriticalPath.Step step : worthNaming(timeline, path)) {
            if (sections.isEmpty() || sections.getLast().getLast().lane() != step.lane()) {
                sections.add(new ArrayList<>());
            }
            sections.getLast().add(step);
        }
        var parts = new ArrayList<Part>();
        for (List<CriticalPath.Step> section : sections) {
            String who = who(timeline, section);
            for (CriticalPath.Step step : section) {
                var part = new Part(who, what(timeline, step), step.length(), step.length(), 1, "");
                boolean again = !parts.isEmpty() && parts.getLast().isAs(part);
                parts.add(again ? parts.removeLast().onceMore(part) : part);
            }
            if (fails(
                    timeline.lanes().get(section.getLast().lane()),
                    section.getLast().to(),
                    close(timeline))) {
                parts.add(parts.removeLast().andFails());
            }
        }
        return parts;
    }

    /** Without those that are a fiftieth of the whole or less, unless there are no others. */
    private static List<CriticalPath.Step> worthNaming(Timeline timeline, CriticalPath path) {
        List<CriticalPath.Step> biggest =
                atLeast(timeline.duration().toNanos() / 50, path.steps(), CriticalPath.Step::length);
        return biggest.isEmpty() ? atLeast(NOTHING.toNanos(), path.steps(), CriticalPath.Step::length) : biggest;
    }

    /** Its name; but of several that do the same at the same time none is named alone. */
    private static String who(Timeline timeline, List<CriticalPath.Step> section) {
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
                            case PLATFORM_THREAD -> "threads";
                            case VIRTUAL_THREAD -> "virtual threads";
                            case LOOP_TASK -> "tasks";
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

    /** Nearer to each other, two moments are taken for one. */
    private static Duration close(Timeline timeline) {
        return timeline.duration().dividedBy(100);
    }

    /** What mostly comes before the first line of all is to load the classes of the program, as far as one can tell. */
    private static String what(Timeline timeline, CriticalPath.Step step) {
        Optional<Duration> firstLine = timeline.lanes().stream()
                .flatMap(lane -> lane.marks().stream())
                .map(Mark::at)
                .min(Comparator.naturalOrder());
        boolean starts = step.span().state() == State.RUNNING
                && step.from().compareTo(close(timeline)) <= 0
                && firstLine
                        .filter(line -> line.multipliedBy(2).compareTo(step.to()) >= 0)
                        .isPresent();
        return starts ? "starts (loads classes)" : step.span().detail().replaceFirst(",.*", "");
    }

    /**
     * @param each how long one of them took, in the mean
     * @param length how long all of them took
     */
    private record Part(String who, String what, Duration each, Duration length, int times, String andThen) {

        boolean isAs(Part other) {
            return who.equals(other.who)
                    && what.equals(other.what)
                    && each.minus(other.each).abs().multipliedBy(10).compareTo(each) <= 0;
        }

        Part onceMore(Part other) {
            Duration sum = length.plus(other.length);
            return new Part(who, what, sum.dividedBy(times + 1), sum, times + 1, "");
        }

        Part andFails() {
            return new Part(who, what, each, length, times, " and fails");
        }

        String told() {
            return what + " " + Labels.duration(each) + (times == 1 ? "" : ", " + times + " times") + andThen;
        }
    }

    /** Without those ten times shorter than the longest, when all these together are not a tenth of the whole. */
    private static <T> List<T> worthTelling(List<T> all, Function<T, Duration> length) {
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
