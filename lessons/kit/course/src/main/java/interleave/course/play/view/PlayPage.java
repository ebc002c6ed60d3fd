package interleave.course.play.view;

import interleave.course.play.replay.Position;
import java.util.List;

/**
 * What a student sees after each step.
 *
 * @param title such as {@code Level 1 of 12: LostUpdate}
 * @param goal what to reach
 * @param message paragraphs about what has happened
 * @param keys what each key does, such as {@code b back}
 */
public record PlayPage(
        String title, String goal, SourceFile source, Position position, List<String> message, List<String> keys) {}
