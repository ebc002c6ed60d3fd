package interleave.course.practice;

import interleave.course.lessons.Course;
import interleave.practice.compiling.AnswerInspection;
import interleave.practice.compiling.ExerciseJar;
import interleave.practice.compiling.InMemoryCompiler;
import interleave.practice.compiling.InMemoryCompiler.Source;
import interleave.practice.exercises.Exercise;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Compiles checks and solutions for the students' edition: {@code CompiledExercises COURSE FOLDER}, where FOLDER gets
 * the jars at the paths that they have in the course. The build of the bundle calls it.
 */
final class CompiledExercises {
    private CompiledExercises() {}

    public static void main(String[] args) throws IOException {
        var course = Course.at(Path.of(args[0]).toAbsolutePath());
        try (var compiler = new InMemoryCompiler()) {
            for (Exercise exercise : new Exercises(course).all()) {
                Path jar = Path.of(args[1]).resolve(course.home().relativize(exercise.classes()));
                compile(exercise, compiler, new ExerciseJar(jar));
            }
        }
    }

    private static void compile(Exercise exercise, InMemoryCompiler compiler, ExerciseJar jar) throws IOException {
        var compiled = compiler.compile(
                List.of(source(exercise.solution()), source(exercise.check())),
                Optional.empty(),
                new AnswerInspection(exercise.packageName(), exercise.simpleName()));
        if (!compiled.errors().isEmpty()) {
            throw new IllegalStateException(compiled.errors().toString());
        }
        jar.write(compiled.classes());
    }

    private static Source source(Path file) throws IOException {
        return new Source(String.valueOf(file.getFileName()), Files.readString(file));
    }
}
