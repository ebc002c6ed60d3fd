package interleave.recorder.model;

/**
 * A source line of the program.
 *
 * @param file the file name without folders, such as {@code Sequential.java}
 * @param line counted from 1
 */
public record Place(String file, int line) {}
