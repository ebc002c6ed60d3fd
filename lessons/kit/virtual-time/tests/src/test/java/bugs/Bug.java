package bugs;

/** A program with one bug, and its corrected twin. Both create all objects that their threads share. */
interface Bug {
    /** Fails under some schedules only: throws, lets a thread throw, or never ends. */
    void wrong() throws Exception;

    /** The same program without the bug. */
    void right() throws Exception;
}
