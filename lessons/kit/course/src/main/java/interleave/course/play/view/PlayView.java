package interleave.course.play.view;

/** How a game is shown. */
public interface PlayView {
    /** Shows a level, or its corrected program, when its game begins. */
    void begin(PlayPage page);

    /** Shows the position of the program, and the keys. */
    void show(PlayPage page);

    /** Says that the game needs some seconds. */
    void busy(String what);

    /** How threads are shown and stepped in this view only. */
    String legend();
}
