package interleave.virtualtime.engine;

import interleave.virtualtime.VirtualTime;
import interleave.virtualtime.engine.policy.SchedulingPolicy;
import java.time.Duration;

/**
 * Starts runs for the tests of the engine. Their bodies are of a type of the tests: a lambda of an engine type would
 * load that type before the engine is installed.
 */
final class Runs {
    static {
        try {
            VirtualTime.run(System::nanoTime); // installs the engine; a lambda would deadlock on this initializer
        } catch (Throwable failure) {
            throw new ExceptionInInitializerError(failure);
        }
    }

    private Runs() {}

    /** Loads this class, which installs the engine. Method references linked earlier are not rewritten. */
    static void install() {}

    static Outcome run(Row.Action body) throws Throwable {
        return run(Settings.DEFAULT, body);
    }

    static Outcome run(Settings settings, Row.Action body) throws Throwable {
        return new Simulation(settings).run(body::run);
    }

    static Settings seeded(long seed, double preemption) {
        return with(SchedulingPolicy.seeded(seed, preemption), Settings.DEFAULT.realLimit(), false);
    }

    /** Runs with a real-time limit. */
    static void limited(Duration realLimit, Row.Action body) throws Throwable {
        run(with(SchedulingPolicy.FIRST, realLimit, false), body);
    }

    static boolean takes(long millis, Row.Action body) throws Exception {
        try {
            return run(body).elapsed().toMillis() == millis;
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Runs with real sockets and the like, and returns the virtual time. */
    static Duration realIo(Row.Action body) throws Throwable {
        return run(with(SchedulingPolicy.FIRST, Settings.DEFAULT.realLimit(), true), body)
                .elapsed();
    }

    private static Settings with(SchedulingPolicy policy, Duration realLimit, boolean realIo) {
        return new Settings(policy, Settings.DEFAULT.virtualLimit(), realLimit, realIo, false, false, Observer.NONE);
    }
}
