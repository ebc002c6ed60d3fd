package sensors;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.virtualtime.VirtualRunAssert;
import interleave.virtualtime.VirtualTime;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A job that fails does not end its device, and no failure is silent. */
class FailingDeviceTest {

    /** Fails at ticks 3 to 5, and prints the others. */
    private static final class Faulty implements InstantJob {
        private int tick;

        @Override
        public void run() throws IOException {
            tick++;
            if (tick >= 3 && tick <= 5) {
                throw new IOException("no answer");
            }
            IO.println("Reading " + tick);
        }
    }

    @ParameterizedTest
    @EnumSource
    void deviceTicksOnAfterAFailure(Versions version) throws Exception {
        var run = VirtualTime.run(() -> {
            var device = device(new Faulty());
            version.run(List.of(device));
            IO.println(device);
        });

        VirtualRunAssert.assertThat(run)
                .printed(
                        "Reading 1",
                        "Reading 2",
                        "compass failed: no answer",
                        "Reading 6",
                        "compass works again, after 3 failures",
                        "Reading 7",
                        "Reading 8",
                        "compass: 8 of 8 ticks, 0 missed, at most 0 ms late, 3 failed")
                .printedAt(ofMillis(600), "Reading 6", "compass works again, after 3 failures");
    }

    @ParameterizedTest
    @EnumSource
    void runtimeExceptionIsAFailureToo(Versions version) throws Exception {
        var run = VirtualTime.run(() -> version.run(List.of(device((InstantJob) () -> {
            throw new IllegalStateException("out of range");
        }))));

        VirtualRunAssert.assertThat(run).printed("compass failed: out of range").took(ofMillis(800));
    }

    /** An error is a bug, not a failure of the job. It must end the run before the other devices have ended. */
    @ParameterizedTest
    @EnumSource
    void errorEndsTheRunAtOnce(Versions version) throws Exception {
        VirtualTime.run(() -> {
            long start = System.nanoTime();
            var broken = device((InstantJob) () -> {
                throw new AssertionError("bug");
            });
            var healthy = new Device(
                    "clock", new Metronome(ofMillis(70), ofMillis(5_000), MissedTicks.SKIP), (InstantJob) () -> {});

            assertThatThrownBy(() -> version.run(List.of(healthy, broken)))
                    .satisfies(thrown -> assertThat(rootOf(thrown))
                            .isExactlyInstanceOf(AssertionError.class)
                            .hasMessage("bug"));

            assertThat(System.nanoTime() - start).isEqualTo(ofMillis(100).toNanos());
        });
    }

    private static Throwable rootOf(Throwable thrown) {
        return thrown.getCause() == null ? thrown : rootOf(thrown.getCause());
    }

    @ParameterizedTest
    @EnumSource
    void interruptEndsTheRun(Versions version) throws Exception {
        var run = VirtualTime.run(() -> {
            var driving = Thread.currentThread();
            Thread.ofVirtual().start(() -> {
                try {
                    Thread.sleep(ofMillis(250));
                    driving.interrupt();
                } catch (InterruptedException impossible) {
                    throw new AssertionError(impossible);
                }
            });
            assertThatThrownBy(() -> version.run(List.of(device(new Faulty()))))
                    .isExactlyInstanceOf(InterruptedException.class);
        });

        VirtualRunAssert.assertThat(run).took(ofMillis(250)).leftNothingRunning();
    }

    /** Eight ticks in 800 ms. */
    private static Device device(Job job) {
        return new Device("compass", new Metronome(ofMillis(100), ofMillis(800), MissedTicks.SKIP), job);
    }
}
