package interleave.recorder;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

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
        List<Span> waits = timeline.lanes().stream()
                .filter(lane -> !tasks || lane.kind() == LaneKind.LOOP_TASK)
                .flatMap(lane -> lane.spans().stream())
                .filter(span -> span.state().isWait() && span.state().isInProgress()
                        && span.length().compareTo(NOTHING) > 0)
                .toList();
        if (waits.isEmpty()) {
            return "";
        }
        Duration sum = waits.stream().map(Span::length).reduce(Duration.ZERO, Duration::plus);
        int peak = timeline.peakInProgress();
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
        record Part(String who, String what, Duration length) {}
        var parts = new ArrayList<Part>();
        for (CriticalPath.Step step : path.steps()) {
            Duration length = step.to().minus(step.from());
            if (length.toNanos() * 100 >= timeline.duration().toNanos()) {
                String detail = step.span().detail().replaceFirst(",.*", "");
                parts.add(new Part(timeline.lanes().get(step.lane()).name(), detail, length));
            }
        }
        if (parts.isEmpty()) {
            return "";
        }
        var text = new StringBuilder("What the end had to wait for: ");
        String who = "";
        for (Part part : parts.subList(0, Math.min(parts.size(), MOST_PARTS))) {
            text.append(who.isEmpty() ? "" : ", then ").append(part.who.equals(who) ? "" : part.who + " ")
                    .append(part.what).append(' ').append(Scale.text(part.length));
            who = part.who;
        }
        int left = parts.size() - MOST_PARTS;
        return text.append(left > 0 ? ", and " + left + " more" : "").append('.').toString();
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
