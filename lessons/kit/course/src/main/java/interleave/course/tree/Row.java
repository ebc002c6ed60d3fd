package interleave.course.tree;

import java.util.List;

/**
 * One line of the tree, and those below it.
 *
 * @param name the first column
 * @param time the second column; may be empty
 * @param text the third column; may be empty
 * @param key rows of one parent with equal keys and equal rows below them can share a line
 */
record Row(String name, String time, String text, Object key, List<Row> below) {

    /** A row without columns, which shares no line. */
    static Row note(String text) {
        return new Row(text, "", "", new Object(), List.of());
    }
}
