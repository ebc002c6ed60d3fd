package interleave.virtualtime;

import interleave.virtualtime.engine.races.Race;
import interleave.virtualtime.engine.races.Use;
import interleave.virtualtime.engine.steps.Site;
import interleave.virtualtime.engine.steps.Variable;
import interleave.virtualtime.races.RaceReport;
import interleave.virtualtime.races.RacingAccess;
import interleave.virtualtime.races.SharedKind;

/** Converts the data races that the engine has found into reports. Loaded after the engine, as {@link Runner}. */
final class RaceReports {
    private RaceReports() {}

    static RaceReport of(Race race) {
        return new RaceReport(
                race.variable().described(),
                kindOf(race.variable()),
                reported(race.first()),
                reported(race.second()),
                race.toString());
    }

    private static SharedKind kindOf(Variable variable) {
        if (variable.isCollection()) {
            return SharedKind.COLLECTION;
        }
        return variable.isElement() ? SharedKind.ELEMENT : SharedKind.FIELD;
    }

    private static RacingAccess reported(Use use) {
        Site site = use.step().site();
        return new RacingAccess(use.name(), site.type(), site.line(), site.action(), use.writes());
    }
}
