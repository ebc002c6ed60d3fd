package interleave.course.practice;

import interleave.practice.exercises.Exercise;
import interleave.practice.exercises.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Replaces a student's file by the untouched exercise, and keeps the old one. */
public record ExerciseReset(Workspace workspace) {

    /** Returns where the old file is now, for the student. */
    public String of(Exercise exercise) throws IOException {
        Optional<Path> kept = workspace.reset(exercise);
        return "Begun anew: " + PracticeFolder.shown(workspace.file(exercise))
                + kept.map(file -> ". What you had is kept: " + PracticeFolder.shown(file))
                        .orElse("");
    }
}
