package interleave.course.tree;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.course.jvm.LoopState;
import interleave.course.jvm.WaitNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rows of tasks, however many there are and however they wait for each other. */
class LoopRowsTest {

    @Test
    void longChainIsCutAndNamesTheRest() {
        List<Row> rows = rows(IntStream.rangeClosed(1, 100_000)
                .mapToObj(id -> task(id, "link", id < 100_000 ? List.of(id + 1) : List.of()))
                .toList());

        assertThat(rows).hasSize(1);
        assertThat(flat(rows)).hasSizeLessThan(50);
        assertThat(flat(rows).getLast().name()).isEqualTo("99,959 more below, which --json shows");
    }

    @Test
    void sharedLayersTakeOneRowPerTaskAndOneReferenceEach() {
        var nodes = new ArrayList<WaitNode>();
        for (int layer = 0; layer < 30; layer++) {
            List<Integer> below = layer == 29 ? List.of() : ids(layer + 1);
            ids(layer).forEach(id -> nodes.add(task(id, "t" + id, below)));
        }

        assertThat(flat(rows(nodes))).hasSizeLessThanOrEqualTo(2 * nodes.size());
    }

    private static List<Integer> ids(int layer) {
        return IntStream.range(1 + layer * 50, 51 + layer * 50).boxed().toList();
    }

    @Test
    void taskThatSeveralWaitForIsShownHighest() {
        List<Row> rows = rows(List.of(
                task(1, "main", List.of(2, 3, 4)),
                task(2, "outer", List.of(3, 4)),
                task(3, "shared", List.of()),
                task(4, "other", List.of(3))));

        assertThat(rows.getFirst().below()).extracting(Row::name).containsExactly("outer", "shared", "other");
        assertThat(rows.getFirst().below().getFirst().below())
                .extracting(Row::name)
                .containsExactly("see shared, other");
        assertThat(rows.getFirst().below().getLast())
                .satisfies(other -> assertThat(other.text()).isEqualTo("task shared"))
                .satisfies(other -> assertThat(other.below()).isEmpty());
    }

    @Test
    void tasksOfOneNameHaveNumbers() {
        assertThat(rows(List.of(task(1, "worker", List.of()), task(2, "worker", List.of()))))
                .extracting(Row::name)
                .containsExactly("worker #1", "worker #2");
    }

    @Test
    void alikeTasksAreOneRowEvenWithTasksBelow() {
        List<WaitNode> nodes = IntStream.rangeClosed(1, 1_000)
                .boxed()
                .flatMap(number -> Stream.of(
                        task(2 * number, "order-" + number, List.of(2 * number + 1)),
                        task(2 * number + 1, "payment-" + number, List.of())))
                .toList();

        List<Row> groups = RowGroups.of(rows(nodes));

        assertThat(flat(groups)).extracting(Row::name).containsExactly("1,000 x order-1..1000", "payment-1..1000");
    }

    @Test
    void rowsOfDifferentNamesAreCut() {
        List<WaitNode> nodes = IntStream.rangeClosed(1, 5_000)
                .mapToObj(id ->
                        task(id, "t" + Integer.toString(id, 26).replaceAll("\\d", "z") + "x".repeat(id % 7), List.of()))
                .toList();

        assertThat(RowGroups.of(rows(nodes))).hasSizeLessThanOrEqualTo(101);
    }

    @Test
    void cycleIsFoundOnce() {
        List<WaitNode> nodes = List.of(
                task(1, "main", List.of(2)),
                task(2, "a", List.of(3)),
                task(3, "b", List.of(2)),
                task(4, "c", List.of(3)));

        assertThat(Cycles.in(new Waits(nodes)))
                .singleElement()
                .satisfies(cycle -> assertThat(cycle).extracting(WaitNode::text).containsExactly("a", "b"));
        assertThat(flat(rows(nodes))).extracting(Row::name).contains("main", "a", "b", "c");
    }

    @Test
    void layersWithoutCycleHaveNone() {
        var nodes = new ArrayList<WaitNode>();
        for (int layer = 0; layer < 30; layer++) {
            List<Integer> below = layer == 29 ? List.of() : ids(layer + 1);
            ids(layer).forEach(id -> nodes.add(task(id, "t" + id, below)));
        }

        assertThat(Cycles.in(new Waits(nodes))).isEmpty();
    }

    private static WaitNode task(int id, String name, List<Integer> awaits) {
        return new WaitNode(id, "task", name, id, "waiting", 1_000, "", awaits, 0, 0);
    }

    private static List<Row> rows(List<WaitNode> nodes) {
        return LoopRows.of(new LoopState(1, "main", 1, "idle", 0, 0, "", true, true, nodes), Map.of());
    }

    private static List<Row> flat(List<Row> rows) {
        return rows.stream()
                .flatMap(row -> Stream.concat(Stream.of(row), flat(row.below()).stream()))
                .toList();
    }
}
