package interleave.course.play;

import interleave.course.play.view.PlayView;
import java.util.List;

/** What a step is, how the view shows it, and what the keys do. */
record Legend(PlayView view) {
    private static final String STEP =
            "A step reads, writes, calls or locks something that the threads share. A line such as inside++ is two"
                    + " steps: it reads inside (inside -> 0), and then writes it (inside := 1).";

    private static final String KEYS =
            "b steps back, r restarts, h gives a hint, n and p change the level. s shows a losing schedule, step by"
                + " step. c changes to the corrected program and back. After a win, w writes your schedule as a page"
                + " and a picture. ? closes this.";

    /** For the first level, before the first step. */
    List<String> atFirst() {
        return List.of(STEP, "Press 1 or 2 to let a thread make its next step. ? explains the other keys.");
    }

    List<String> whole() {
        return List.of(STEP + " " + view.legend(), KEYS);
    }
}
