package interleave.recorder;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Where a version's time went, in a sentence or two. */
final class Account {

    private static final int MOST_PARTS = 6;
    private static final Duration NOTHING = Duration.ofNanos(1_000);

    private Account() {}

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
        int peak = Progress.ofSpans(waits).peak();
        return count(waits.size(), "wait") + ", " + Scale.text(sum) + " together, "
                + (waits.size() == 1
                        ? ""
                        : peak <= 1 ? "one after the other, " : "up to " + peak + " at the same time, ")
                + switch (timeline.ending()) {
                    case DONE -> "so it took " + timeline.time();
                    case OPEN -> "so it takes " + timeline.time();
                    case FAILED, STOPPED -> "and it " + timeline.time();
                } + ". ";
    }

    private static String chain(Timeline timeline, CriticalPath path) {
        var parts = new ArrayList<Part>();
        for (CriticalPath.Step step : worthTelling(path.steps(), CriticalPath.Step::length)) {
            String detail = step.span().detail().replaceFirst(",.*", "");
            var part = new Part(timeline.lanes().get(step.lane()).name(), detail, Scale.text(step.length()), 1);
            boolean again = !parts.isEmpty() && parts.getLast().isAs(part);
            parts.add(again ? parts.removeLast().onceMore() : part);
        }
        if (parts.isEmpty()) {
            return "";
        }
        var text = new StringBuilder("What the end had to wait for: ");
        String who = "";
        for (Part part : parts.subList(0, Math.min(parts.size(), MOST_PARTS))) {
            text.append(who.isEmpty() ? "" : ", then ").append(part.who.equals(who) ? "" : part.who + " ")
                    .append(part.what).append(' ').append(part.length).append(part.times == 1
                            ? ""
                            : ", " + part.times
                                    + " times");
            who = part.who;
        }
        int left = parts.size() - MOST_PARTS;
        return text.append(left > 0 ? ", and " + left + " more" : "").append('.').toString();
    }

    private record Part(String who, String what, String length, int times) {
        boolean isAs(Part other) {
            return who.equals(other.who) && what.equals(other.what) && length.equals(other.length);
        }

        Part onceMore() {
            return new Part(who, what, length, times + 1);
        }
    }

    /** Without those ten times shorter than the longest, when all these together are not a tenth of the whole. */
    private static <T> List<T> worthTelling(List<T> all, Function<T, Duration> length) {
        long longest = all.stream().mapToLong(each -> length.apply(each).toNanos()).max().orElse(0);
        List<T> longOnes = atLeast(longest / 10, all, length);
        return sum(longOnes, length) * 10 >= sum(all, length) * 9 ? longOnes : atLeast(NOTHING.toNanos(), all, length);
    }

    private static <T> List<T> atLeast(long nanos, List<T> all, Function<T, Duration> length) {
        return all.stream().filter(each -> length.apply(each).toNanos() >= nanos).toList();
    }

    private static <T> long sum(List<T> all, Function<T, Duration> length) {
        return all.stream().mapToLong(each -> length.apply(each).toNanos()).sum();
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
