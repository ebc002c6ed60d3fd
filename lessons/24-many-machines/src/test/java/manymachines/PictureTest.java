package manymachines;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.recorder.model.Ending;
import interleave.recorder.model.Lane;
import interleave.recorder.model.LaneKind;
import interleave.recorder.model.Mark;
import interleave.recorder.model.Span;
import interleave.recorder.model.State;
import interleave.recorder.model.Timeline;
import interleave.recorder.svg.SvgTimeline;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The picture in README.md is a recorded run of three nodes: one is killed and started again, then one is split off.
 * Its times vary from run to run, but not its nodes. {@code main} draws the picture again.
 */
class PictureTest {
    /** As by default. */
    private static final int SILENCE_SECONDS = 3;

    private static final Path PICTURE = Path.of("picture.svg");
    private static final Pattern NODE = Pattern.compile(">(node \\d)<");
    private static final String ALL = Node.VIEW + "1, 2, 3";
    /** A node that does not run. */
    private static final String DEAD = "";

    private final long start = System.nanoTime();

    @Test
    void showsThreeNodesOfEachVersion() throws Exception {
        assertThat(nodes(Files.readString(PICTURE)))
                .containsExactly(
                        "node 1", "node 2", "node 3", "node 1", "node 2", "node 3", "node 1", "node 2", "node 3");
    }

    private static List<String> nodes(String svg) {
        return NODE.matcher(svg)
                .results()
                .map((MatchResult label) -> label.group(1))
                .toList();
    }

    private Timeline record(String label, String version) throws Exception {
        try (var cluster = new TestCluster(version, SILENCE_SECONDS)) {
            cluster.start(1, 2, 3);
            cluster.awaitView(1, 2, 3);
            Duration begin = now();
            var before = cluster.printed(2);
            Thread.sleep(500);
            cluster.node(2).kill();
            Duration killed = now();
            cluster.awaitView(1, 3);
            Thread.sleep(500);
            cluster.start(2);
            cluster.awaitView(1, 2, 3);
            cluster.split(3);
            cluster.printed(1).awaitLastView("1, 2");
            cluster.printed(3).awaitLastView("3");
            cluster.heal();
            cluster.awaitView(1, 2, 3);
            Thread.sleep(500);
            Duration end = now();

            var second = new ArrayList<>(before.printedSince(start));
            second.add(new Mark(killed, DEAD));
            second.addAll(cluster.printed(2).printedSince(start));
            return new Timeline(
                    label,
                    end.minus(begin),
                    Ending.DONE,
                    List.of(
                            lane(1, cluster.printed(1).printedSince(start), begin, end),
                            lane(2, second, begin, end),
                            lane(3, cluster.printed(3).printedSince(start), begin, end)));
        }
    }

    private Duration now() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** A node waits while its view lacks one, and is idle while it is dead. */
    private static Lane lane(int node, List<Mark> views, Duration begin, Duration end) {
        var spans = new ArrayList<Span>();
        var marks = new ArrayList<Mark>();
        Duration since = Duration.ZERO;
        String view = ALL;
        for (Mark mark : views) {
            if (mark.at().compareTo(begin) > 0 && !mark.line().equals(Node.READY)) {
                Duration at = mark.at().minus(begin);
                spans.add(span(since, at, view));
                since = at;
                view = mark.line();
                if (!view.equals(DEAD)) {
                    marks.add(new Mark(at, view));
                }
            }
        }
        spans.add(span(since, end.minus(begin), view));
        return new Lane("node " + node, LaneKind.PROCESS, Duration.ZERO, end.minus(begin), false, spans, marks);
    }

    private static Span span(Duration from, Duration to, String view) {
        State state = view.equals(DEAD) ? State.IDLE : view.startsWith(ALL) ? State.RUNNING : State.OTHER;
        return new Span(from, to, state, view.equals(DEAD) ? "does not run" : view);
    }

    static void main() throws Exception {
        var test = new PictureTest();
        Files.writeString(
                PICTURE,
                SvgTimeline.render(List.of(
                        test.record("Tcp mesh", "tcp-mesh"),
                        test.record("Sender order", "sender-order"),
                        test.record("Total order", "total-order"))));
    }
}
