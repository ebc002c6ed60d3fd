package interleave.course.machine;

/**
 * One thing of this machine that was checked.
 *
 * @param what such as {@code Memory}
 * @param found the result
 * @param remedy what to do if it is not OK, in a sentence without its full stop
 */
public record Finding(Status status, String what, String found, String remedy) {

    /** How much the course depends on it. */
    public enum Status {
        OK,
        OPTIONAL,
        NEEDED
    }

    public static Finding ok(String what, String found) {
        return new Finding(Status.OK, what, found, "");
    }
}
