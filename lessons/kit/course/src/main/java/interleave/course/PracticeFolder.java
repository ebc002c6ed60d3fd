package interleave.course;

import interleave.practice.Desk;
import interleave.practice.Look;
import interleave.recorder.text.Colour;
import interleave.recorder.text.Glyphs;
import java.io.IOException;
import java.nio.file.Path;

/** The folder {@code practice} of the course, where students' files lie. */
final class PracticeFolder {
    private PracticeFolder() {}

    static Desk desk() throws IOException {
        return Desk.at(Main.home().resolve("practice"));
    }

    /** Coloured and cleared where the terminal can. */
    static Screen screen() {
        boolean colour =
                Main.isTerminal() && System.getenv("NO_COLOR") == null && !"dumb".equals(System.getenv("TERM"));
        return new Screen(System.out, Main.screenOfTheTerminal().width(), colour);
    }

    /** How pictures are drawn on this screen. */
    static Look look(Screen screen) {
        return new Look(screen.width(), Glyphs.of(screen.out().charset()), screen.colour() ? Colour.ANSI : Colour.NONE);
    }

    /** A file as it is typed in the course's own folder. */
    static String shown(Path file) {
        return Main.home().relativize(file).toString();
    }
}
