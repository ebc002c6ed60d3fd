package interleave.course;

import interleave.practice.Desk;
import interleave.practice.Exercise;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Begins an exercise anew, and says where the old file is. */
record ResetPage(Screen screen, Desk desk) {

    void reset(Exercise exercise) throws IOException {
        Optional<Path> kept = desk.reset(exercise);
        screen.line("Begun anew: " + PracticeFolder.shown(desk.file(exercise)));
        kept.ifPresent(file -> screen.line("Kept:       " + PracticeFolder.shown(file)));
    }
}
