package interleave.course;

import interleave.practice.Desk;
import interleave.practice.Exercise;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Begins an exercise anew. */
record FreshStart(Desk desk) {

    /** Returns where the old file is now, for the student. */
    String of(Exercise exercise) throws IOException {
        Optional<Path> kept = desk.reset(exercise);
        return "Begun anew: " + PracticeFolder.shown(desk.file(exercise))
                + kept.map(file -> ". What you had is kept: " + PracticeFolder.shown(file))
                        .orElse("");
    }
}
