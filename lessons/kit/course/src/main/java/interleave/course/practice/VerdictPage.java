package interleave.course.practice;

import interleave.course.terminal.Screen;
import interleave.practice.checking.PictureStyle;
import interleave.practice.exercises.Exercise;
import interleave.practice.judging.Verdict;
import interleave.recorder.text.Colour;
import interleave.recorder.text.Glyphs;

/** Shows the result of a check: the claims that hold, the first that does not, and what to do next. */
public record VerdictPage(Screen screen) {

    /** The style in which this screen shows the pictures of a verdict. */
    public static PictureStyle style(Screen screen) {
        return new PictureStyle(
                screen.width(), Glyphs.of(screen.out().charset()), screen.colour() ? Colour.ANSI : Colour.NONE);
    }

    public void show(Exercise exercise, Verdict verdict) {
        String good = screen.unicode() ? "✓ " : "ok ";
        String bad = screen.unicode() ? "✗ " : "-> ";
        showRight(verdict, good);
        if (verdict.passed()) {
            screen.line();
            screen.title("Correct: " + exercise.lesson() + ", " + exercise.simpleName() + ".");
        } else {
            screen.item(bad, verdict.problem());
            verdict.shown().forEach(screen::line);
        }
        if (!verdict.picture().isEmpty()) {
            screen.line();
            screen.out().print(verdict.picture().replace("\n\n", "\n")); // it has to fit on one screen
        }
        if (!verdict.advice().isEmpty()) {
            screen.line();
            screen.paragraph(verdict.advice());
        }
        verdict.remarks().forEach(remark -> screen.item("Note: ", remark));
    }

    /** Shows all claims of a passed check. Otherwise one line, because the picture and the advice need the room. */
    private void showRight(Verdict verdict, String good) {
        int count = verdict.right().size();
        if (verdict.passed() || count <= 1) {
            verdict.right().forEach(sentence -> screen.item(good, sentence));
        } else {
            screen.item(
                    good,
                    count + " checks pass, the last one: " + verdict.right().getLast());
        }
    }
}
