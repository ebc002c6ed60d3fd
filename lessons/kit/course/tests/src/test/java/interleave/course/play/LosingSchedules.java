package interleave.course.play;

import interleave.course.lessons.Course;
import interleave.course.lessons.Level;
import interleave.course.play.replay.LevelProgram;
import interleave.course.play.replay.LosingSchedule;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/** The levels of the course with their shortest losing schedules, each of which is searched for once. */
final class LosingSchedules {
    /** The search for the fewest steps of this level takes some seconds. */
    static final String LONGEST = "cookie-jar";

    static final Levels LEVELS =
            new Levels(Course.at(Path.of("../../..").toAbsolutePath().normalize()));

    private static final Map<String, Optional<List<String>>> FOUND = new ConcurrentHashMap<>();

    private LosingSchedules() {}

    static Stream<Named<Level>> levels() {
        return LEVELS.all().stream().map(level -> Named.of(level.name(), level));
    }

    static Stream<Named<Level>> quickLevels() {
        return levels().filter(level -> !level.getName().equals(LONGEST));
    }

    static Level longest() {
        return levels().map(Named::getPayload)
                .filter(level -> level.name().equals(LONGEST))
                .findFirst()
                .orElseThrow();
    }

    static Optional<List<String>> of(Level level) {
        return FOUND.computeIfAbsent(
                level.className(), name -> LosingSchedule.of(LevelProgram.named(level.className())));
    }
}
