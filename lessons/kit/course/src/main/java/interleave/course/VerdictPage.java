package interleave.course;

import interleave.practice.Exercise;
import interleave.practice.Verdict;

/** Shows what a check says: what is right, the first thing that is not, and what to do next. */
record VerdictPage(Screen screen) {
    private static final int MOST_SHOWN = 3;

    void show(Exercise exercise, Verdict verdict) {
        String good = screen.unicode() ? "✓ " : "ok ";
        String bad = screen.unicode() ? "✗ " : "-> ";
        showRight(verdict, good);
        if (verdict.passed()) {
            screen.line();
            screen.title("All is right: " + exercise.lesson() + ", " + exercise.simpleName() + ".");
        } else {
            screen.item(bad, verdict.problem());
            verdict.shown().forEach(screen::line);
        }
        if (!verdict.picture().isEmpty()) {
            screen.line();
            screen.out().print(verdict.picture());
        }
        if (!verdict.advice().isEmpty()) {
            screen.line();
            screen.paragraph(verdict.advice());
        }
        verdict.remarks().forEach(remark -> screen.item("Note: ", remark));
    }

    /** All when all is right; else the last few, for the picture and the advice need the room. */
    private void showRight(Verdict verdict, String good) {
        int hidden = verdict.passed() || verdict.right().size() <= MOST_SHOWN
                ? 0
                : verdict.right().size() - MOST_SHOWN
                        + 1;
        if (hidden > 0) {
            screen.line(good + verdict.right().size() + " things are right already, the last of them:");
        }
        verdict.right().stream().skip(hidden).forEach(sentence -> screen.item(good, sentence));
    }
}
