package interleave.recorder.model;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The printed lines between which an operation is in progress: "Task 1 starts" and "Task 1 is complete".
 *
 * @param starts matches the first line of an operation; its group is the operation's name
 * @param ends matches the last line of an operation; its group is the operation's name
 */
public record OperationLines(Pattern starts, Pattern ends) {

    /** The operations that the lines of a version show. One without a last line lasts to the end of the version. */
    public List<Operation> in(Timeline timeline) {
        var operations = new ArrayList<Operation>();
        Map<String, Queue<Duration>> underWay = new HashMap<>();
        lines(timeline).forEach(line -> {
            name(starts, line)
                    .ifPresent(name -> underWay.computeIfAbsent(name, first -> new ArrayDeque<>())
                            .add(line.at()));
            name(ends, line)
                    .flatMap(name -> Optional.ofNullable(underWay.get(name)))
                    .flatMap(started -> Optional.ofNullable(started.poll()))
                    .ifPresent(start -> operations.add(new Operation(start, line.at())));
        });
        underWay.values().stream()
                .flatMap(Queue::stream)
                .forEach(start -> operations.add(new Operation(start, timeline.duration())));
        return operations;
    }

    private static List<Mark> lines(Timeline timeline) {
        return timeline.lanes().stream()
                .flatMap(lane -> lane.marks().stream())
                .filter(mark -> mark.isPrinted() && mark.at().compareTo(timeline.duration()) <= 0)
                .sorted(Comparator.comparing(Mark::at))
                .toList();
    }

    private static Optional<String> name(Pattern pattern, Mark line) {
        Matcher matcher = pattern.matcher(line.line());
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
