package interleave.virtualtime;

import interleave.virtualtime.engine.EngineStuck;
import interleave.virtualtime.engine.Observer;
import interleave.virtualtime.engine.Outcome;
import interleave.virtualtime.engine.Settings;
import interleave.virtualtime.engine.Simulation;
import interleave.virtualtime.engine.policy.SchedulingPolicy;
import interleave.virtualtime.install.Installation;
import java.util.List;

/**
 * The only class that uses the engine. {@link Installation#ensure} must have put the engine on the bootstrap class path
 * before this class, or another class that names an engine class, is loaded.
 */
final class Runner {
    /** The probability that a seeded run preempts a thread at a point where it can. */
    static final double PREEMPTION = 0.2;

    private Runner() {}

    static VirtualRun run(VirtualTime settings, ThrowingRunnable body) throws Exception {
        var traces = new Traces(settings.listener());
        var output = new Output(settings.listener());
        Outcome outcome = simulate(new Simulation(engineSettings(settings, traces)), body, output);
        List<UncaughtException> uncaught = uncaught(outcome);
        if (!uncaught.isEmpty() && !settings.expectsUncaught()) {
            throw new ThreadFailed(uncaught);
        }
        return new VirtualRun(
                outcome.elapsed(),
                output.lines(),
                traces.threads(outcome.elapsed()),
                outcome.leftRunning(),
                outcome.uncontrolled(),
                uncaught,
                outcome.races().stream().map(RaceReports::of).toList(),
                outcome.fingerprint());
    }

    static List<UncaughtException> uncaught(Outcome outcome) {
        return outcome.uncaught().stream()
                .map(each -> new UncaughtException(each.thread(), each.at(), each.exception()))
                .toList();
    }

    /** Repeats a failing run, and returns what each thread did. */
    static String schedule(Settings settings, ThrowingRunnable body) {
        var simulation = new Simulation(settings);
        boolean fails;
        try {
            Outcome outcome = new Output(RunListener.NONE).during(() -> simulation.run(body::run));
            fails = !outcome.uncaught().isEmpty() || !outcome.races().isEmpty();
        } catch (Throwable expected) {
            fails = true;
        }
        return fails
                ? ScheduleTable.of(simulation.schedule())
                : "The failure did not occur again with the same seed. Create all objects that the threads share in the"
                        + " body.";
    }

    static Outcome simulate(Simulation simulation, ThrowingRunnable body, Output output) throws Exception {
        try {
            return output.during(() -> simulation.run(body::run));
        } catch (EngineStuck stuck) {
            throw new Stuck(stuck);
        } catch (Exception | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Settings engineSettings(VirtualTime settings, Observer observer) {
        SchedulingPolicy policy = settings.chooser()
                .map(chooser -> (SchedulingPolicy) new ChoosingPolicy(chooser))
                .orElseGet(() -> settings.seed().map(Runner::seeded).orElse(SchedulingPolicy.FIRST));
        return new Settings(
                policy,
                settings.virtualLimit(),
                settings.realLimit(),
                settings.allowsRealIo(),
                false,
                settings.findsRaces(),
                observer);
    }

    static SchedulingPolicy seeded(long seed) {
        return SchedulingPolicy.seeded(seed, PREEMPTION);
    }

    /** The settings of a run that is one of many. */
    static Settings settings(SchedulingPolicy policy, boolean schedule, boolean findsRaces) {
        return new Settings(
                policy,
                Settings.DEFAULT.virtualLimit(),
                Settings.DEFAULT.realLimit(),
                false,
                schedule,
                findsRaces,
                Observer.NONE);
    }

    static VirtualClock clock() {
        return Simulation::elapsed;
    }
}
