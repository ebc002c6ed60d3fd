package interleave.practice.judging;

import interleave.virtualtime.races.RaceReport;
import interleave.virtualtime.races.RacingAccess;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The student's file, to which the reports of virtual time refer.
 *
 * @param types the simple names of its top-level classes
 * @param lines its source lines
 */
public record AnswerLines(Set<String> types, List<String> lines) {
    private static final Pattern CONDITION = Pattern.compile("\\bif\\b");

    /** Whether at least one of the two accesses is in the file. */
    boolean isPartOf(RaceReport race) {
        return contains(race.first()) || contains(race.second());
    }

    boolean contains(RacingAccess access) {
        return types.contains(access.type());
    }

    /** Whether the line decides what happens next. */
    boolean isCondition(int line) {
        return line <= lines.size() && CONDITION.matcher(lines.get(line - 1)).find();
    }
}
