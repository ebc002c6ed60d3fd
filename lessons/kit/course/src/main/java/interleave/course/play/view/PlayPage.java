package interleave.course.play.view;

import interleave.course.play.replay.Position;
import java.util.List;

/**
 * What a student sees after each step.
 *
 * @param title such as {@code Level 1 of 6, lesson 19: TwoGates}
 * @param goal what to reach
 * @param selected the number of the thread that the arrow keys have selected; 0 if they were not used
 * @param answer paragraphs about the key that was pressed
 * @param verdict paragraphs about how the program has ended
 * @param keys what each key does, such as {@code b back}
 */
public record PlayPage(
        String title,
        String goal,
        SourceFile source,
        Position position,
        int selected,
        List<String> answer,
        List<String> verdict,
        List<String> keys) {

    /** Such as {@code inside = 1}. */
    List<String> sharedFields() {
        return position.shared().entrySet().stream()
                .map(field -> field.getKey() + " = " + field.getValue())
                .toList();
    }
}
