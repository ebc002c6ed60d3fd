package sensors;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import interleave.virtualtime.VirtualRunAssert;
import interleave.virtualtime.VirtualTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Three sensors and a control loop for two seconds: which of their ticks are late in each version. */
class DriveTest {

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SEQUENTIAL")
    void noDeviceMakesAnotherLate(Versions version) throws Exception {
        var devices = drive(version);

        assertThat(devices)
                .extracting(Device::name, device -> count(device), device -> worst(device))
                .containsExactly(
                        tuple("gyroscope", 200L, 0L),
                        tuple("distance", 50L, 0L),
                        tuple("battery", 2L, 0L),
                        tuple("control", 10L, 0L));
        assertThat(devices)
                .allSatisfy(device -> assertThat(device.metronome().missed()).isZero());
    }

    /** Reading the battery takes 150 ms, and the distance sensor 12 ms. */
    @Test
    void slowSensorMakesAllOthersLateIfTheyShareAThread() throws Exception {
        var devices = drive(Versions.SEQUENTIAL);

        assertThat(devices)
                .extracting(Object::toString)
                .containsExactly(
                        "gyroscope: 185 of 200 ticks, 15 missed, at most 153 ms late",
                        "distance: 47 of 50 ticks, 3 missed, at most 124 ms late",
                        "battery: 2 of 2 ticks, 0 missed, at most 13 ms late",
                        "control: 10 of 10 ticks, 0 missed, at most 163 ms late");
    }

    @Test
    void poolOfOneThreadIsAsLateAsOneAfterTheOther() throws Exception {
        var devices = drive(new WithThreadPool(1));

        assertThat(devices.getFirst().metronome().missed()).isPositive();
        assertThat(devices.getLast().metronome().lateness().worst()).isGreaterThanOrEqualTo(ofMillis(150));
    }

    @ParameterizedTest
    @EnumSource
    void ticksAndMissedOnesAreAllMomentsOfTheGrid(Versions version) throws Exception {
        assertThat(drive(version))
                .extracting(device -> count(device) + device.metronome().missed())
                .containsExactly(200L, 50L, 2L, 10L);
    }

    /** The last reading of the battery begins at the end of the two seconds, and takes 150 ms. */
    @ParameterizedTest
    @EnumSource
    void endsWithTheLastReadingAndLeavesNothingRunning(Versions version) throws Exception {
        var run = VirtualTime.run(() -> driveInCurrentRun(version));

        VirtualRunAssert.assertThat(run).leftNothingRunning();
        assertThat(run.elapsed()).isBetween(ofMillis(2_150), ofMillis(2_165));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SEQUENTIAL")
    void controlLoopSeesTheAgeOfEachReading(Versions version) throws Exception {
        var run = VirtualTime.run(() -> driveInCurrentRun(version));

        VirtualRunAssert.assertThat(run)
                .printedAt(ofMillis(200), "Steer: gyroscope 9 ms old, distance 28 ms old, battery not read yet")
                .printedAt(ofMillis(1_200), "Steer: gyroscope 9 ms old, distance 28 ms old, battery 50 ms old")
                .printedAt(ofMillis(2_000), "Steer: gyroscope 9 ms old, distance 28 ms old, battery 850 ms old");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "10", "x", ""})
    void poolRejectsOtherNumbersOfThreads(String argument) {
        assertThatThrownBy(() -> WithThreadPool.main(new String[] {argument}))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("Unknown argument '" + argument
                        + "'. After --, this version accepts a number of threads, 1 to 9.");
    }

    private static List<Device> drive(Robot robot) throws Exception {
        var devices = new AtomicReference<List<Device>>(List.of());
        VirtualTime.run(() -> devices.set(driveInCurrentRun(robot)));
        return devices.get();
    }

    private static List<Device> driveInCurrentRun(Robot robot) throws Exception {
        var devices = new Drive(ofSeconds(2)).devices();
        robot.run(devices);
        return devices;
    }

    private static long count(Device device) {
        return device.metronome().lateness().count();
    }

    private static long worst(Device device) {
        return device.metronome().lateness().worst().toMillis();
    }
}
