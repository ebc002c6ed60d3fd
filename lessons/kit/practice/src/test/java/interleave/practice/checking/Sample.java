package interleave.practice.checking;

import interleave.practice.exercises.Exercise;
import interleave.recorder.text.Colour;
import interleave.recorder.text.Glyphs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An exercise for tests: two errands of 2 s at the same time. */
final class Sample {
    static final PictureStyle PLAIN = new PictureStyle(80, Glyphs.ASCII, Colour.NONE);
    static final Exercise ERRANDS = new Exercise(
            "errands",
            Path.of("src/test/lesson").toAbsolutePath(),
            "sample.Errands",
            "Run both errands at the same time.",
            "it took 4 s",
            List.of("one", "two", "three"));

    private Sample() {}

    static String solution() throws IOException {
        return Files.readString(ERRANDS.solution());
    }

    /** The solution, with these statements in {@code runAll}. */
    static String withBody(String... statements) throws IOException {
        String solution = solution();
        int start = solution.indexOf("        var bread");
        int end = solution.indexOf("    }\n", start);
        return solution.substring(0, start) + String.join("\n", statements) + "\n" + solution.substring(end);
    }
}
