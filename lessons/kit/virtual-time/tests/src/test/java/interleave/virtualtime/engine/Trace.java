package interleave.virtualtime.engine;

import java.time.Duration;

/** The result of a run of a random program. */
record Trace(long fingerprint, long slices, Duration elapsed, String trail) {
    /** First come, first served. */
    static Trace of(long program) throws Throwable {
        return of(program, Settings.DEFAULT);
    }

    /** The schedule drawn from a seed. */
    static Trace of(long program, long seed) throws Throwable {
        return of(program, Runs.seeded(seed, 0.1));
    }

    private static Trace of(long seed, Settings settings) throws Throwable {
        var program = new RandomProgram(seed);
        try {
            Outcome outcome = Runs.run(settings, program::run);
            return new Trace(outcome.fingerprint(), outcome.slices(), outcome.elapsed(), program.trail());
        } catch (EngineStuck stuck) { // two monitors in the wrong order: the report must be the same, too
            return new Trace(0, 0, Duration.ZERO, program.trail() + stuck.getMessage());
        }
    }

    /** The same in each JVM. */
    long hash() {
        return 31 * (31 * fingerprint + slices) + trail.hashCode();
    }
}
