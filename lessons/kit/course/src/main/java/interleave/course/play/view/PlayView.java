package interleave.course.play.view;

/** How a game is shown. */
public interface PlayView {
    /** Shows a level, or its corrected program, when its game begins. */
    void begin(PlayPage page);

    /** Shows the position of the program, and the keys. */
    void show(PlayPage page);

    /** Shows the answer to a key that has not changed the position, and the keys. */
    void answer(PlayPage page);

    /** Shows what the game is doing when this takes some seconds. */
    void busy(String what);

    /** A text that explains how this view shows threads, and how the student makes a step in it. */
    String legend();
}
