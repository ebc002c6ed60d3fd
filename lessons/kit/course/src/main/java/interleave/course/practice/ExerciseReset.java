package interleave.course.practice;

import interleave.practice.exercises.Exercise;
import interleave.practice.exercises.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Replaces a student's file with the untouched exercise, and keeps the old file. */
public record ExerciseReset(Workspace workspace) {

    /** Returns a message that says where the old file is. */
    public String of(Exercise exercise) throws IOException {
        Optional<Path> kept = workspace.reset(exercise);
        return "Restarted: " + PracticeFolder.shown(workspace.file(exercise))
                + kept.map(file -> ". Your old file: " + PracticeFolder.shown(file))
                        .orElse("");
    }
}
