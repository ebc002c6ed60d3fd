package interleave.virtualtime;

import interleave.virtualtime.engine.Settings;
import interleave.virtualtime.engine.Simulation;

final class Runner {
    private Runner() {}
    static java.time.Duration run(VirtualTime.Body body) throws Throwable {
        return new Simulation(Settings.DEFAULT).run(body::run).elapsed();
    }
}
