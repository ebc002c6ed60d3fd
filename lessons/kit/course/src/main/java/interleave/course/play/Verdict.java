package interleave.course.play;

import interleave.course.lessons.Level;
import interleave.course.play.replay.Position;
import java.util.List;

/** The paragraphs that the game shows about a program that has ended. */
record Verdict(Level level) {

    /** The paragraphs; none before the program has ended. */
    List<String> of(Attempt attempt) {
        return attempt.position()
                .ending()
                .map(ending -> attempt.isAtCure()
                        ? List.of(ending.what(), ofSchedules(attempt))
                        : ending.broken() ? broken(attempt, ending) : List.of(notBroken(ending)))
                .orElse(List.of());
    }

    /** Why no schedule breaks the corrected program. */
    String ofSchedules(Attempt attempt) {
        return attempt.proof().shown() + " " + level.remedy();
    }

    private static String notBroken(Position.Ending ending) {
        return ending.what() + " The program did not break. Press b to take a step back, or r to restart.";
    }

    private List<String> broken(Attempt attempt, Position.Ending ending) {
        if (attempt.isShown()) {
            return List.of(ending.what(), level.why(), "That was the shown schedule. Press r, and now do it yourself.");
        }
        String reached = "You have reached the goal in " + attempt.schedule().size() + " steps; the fewest are "
                + level.fewest() + ".";
        return attempt.isWon()
                ? List.of(ending.what(), reached, level.why())
                : List.of(ending.what(), level.why(), "Some steps were shown. Press r, and do it all yourself.");
    }
}
