package interleave.course.tree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Puts rows of one parent that are alike into one row, at every level. */
final class RowGroups {
    /** Fewer rows that are alike stay apart. */
    private static final int FEWEST = 6;
    /** More rows of one parent than this are cut. */
    private static final int MOST = 100;

    /** A number for each shape: the key of a row with the shapes below it. */
    private final Map<List<Object>, Integer> shapes = new HashMap<>();

    private record Shaped(int shape, Row row) {}

    private RowGroups() {}

    static List<Row> of(List<Row> rows) {
        return new RowGroups().grouped(rows).stream().map(Shaped::row).toList();
    }

    private List<Shaped> grouped(List<Row> rows) {
        var alike = new LinkedHashMap<Integer, List<Row>>();
        for (Row row : rows) {
            Shaped shaped = shaped(row);
            alike.computeIfAbsent(shaped.shape, shape -> new ArrayList<>()).add(shaped.row);
        }
        var groups = new ArrayList<Shaped>();
        alike.forEach((shape, members) -> {
            if (members.size() < FEWEST) {
                members.forEach(member -> groups.add(new Shaped(shape, member)));
            } else {
                groups.add(new Shaped(shape, merged("%,d x ".formatted(members.size()), members)));
            }
        });
        return cut(groups);
    }

    private Shaped shaped(Row row) {
        List<Shaped> below = grouped(row.below());
        List<Object> shape = new ArrayList<>(below.stream().map(Shaped::shape).toList());
        shape.add(row.key());
        return new Shaped(
                shapes.computeIfAbsent(shape, unknown -> shapes.size()),
                new Row(
                        row.name(),
                        row.time(),
                        row.text(),
                        row.key(),
                        below.stream().map(Shaped::row).toList()));
    }

    /** One row for several of the same shape, whose rows below correspond. */
    private static Row merged(String lead, List<Row> rows) {
        List<Row> below = IntStream.range(0, rows.getFirst().below().size())
                .mapToObj(place -> merged(
                        "", rows.stream().map(row -> row.below().get(place)).toList()))
                .toList();
        return new Row(
                lead + Ranges.of(rows.stream().map(Row::name).toList()),
                Ranges.of(rows.stream().map(Row::time).toList()),
                Ranges.of(rows.stream().map(Row::text).toList()),
                rows.getFirst().key(),
                below);
    }

    private static List<Shaped> cut(List<Shaped> rows) {
        if (rows.size() <= MOST) {
            return rows;
        }
        var kept = new ArrayList<>(rows.subList(0, MOST));
        kept.add(new Shaped(-1, Row.note("and %,d more, which --json shows".formatted(rows.size() - MOST))));
        return kept;
    }
}
