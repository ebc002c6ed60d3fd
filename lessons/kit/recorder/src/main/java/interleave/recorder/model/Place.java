package interleave.recorder.model;

/**
 * A line of a program's source.
 *
 * @param file its name without folders, such as {@code Sequential.java}
 * @param line counted from 1
 */
public record Place(String file, int line) {}
