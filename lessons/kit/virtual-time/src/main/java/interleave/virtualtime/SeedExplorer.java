package interleave.virtualtime;

import interleave.virtualtime.engine.Simulation;
import interleave.virtualtime.engine.exploration.CountingPolicy;
import interleave.virtualtime.engine.policy.SchedulingPolicy;
import interleave.virtualtime.scheduling.Chooser;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;

/** Runs a program with one seed after another, and counts the different schedules. */
final class SeedExplorer {
    private final LongFunction<SchedulingPolicy> policies;
    private final ThrowingRunnable body;
    private final Set<Long> schedules = new HashSet<>();

    private SeedExplorer(LongFunction<SchedulingPolicy> policies, ThrowingRunnable body) {
        this.policies = policies;
        this.body = body;
    }

    static SeedExplorer of(ThrowingRunnable body) {
        return new SeedExplorer(Runner::seeded, body);
    }

    static SeedExplorer of(LongFunction<Chooser> strategy, ThrowingRunnable body) {
        return new SeedExplorer(seed -> new ChoosingPolicy(strategy.apply(seed)), body);
    }

    SeedCoverage explore(int seeds) {
        int early = 0;
        for (long seed = 0; seed < seeds; seed++) {
            if (seed == seeds - SeedCoverage.END) {
                early = schedules.size();
            }
            try {
                run(seed);
            } catch (Throwable failure) {
                throw new ScheduleFailure(seed, seeds, failure, replay(seed));
            }
        }
        return new SeedCoverage(seeds, schedules.size(), schedules.size() - early);
    }

    private void run(long seed) throws Exception {
        var policy = new CountingPolicy(policies.apply(seed));
        var simulation = new Simulation(Runner.settings(policy, false, false));
        var outcome = Runner.simulate(simulation, body, new Output(RunListener.NONE));
        List<UncaughtException> uncaught = Runner.uncaught(outcome);
        if (!uncaught.isEmpty()) {
            throw new ThreadFailed(uncaught);
        }
        schedules.add(policy.schedule());
    }

    private String replay(long seed) {
        return Runner.schedule(Runner.settings(policies.apply(seed), true, false), body);
    }
}
