package sensors;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The devices of a robot that drives for a while: three sensors with different rates, and a control loop. */
public final class Drive {

    private final Duration length;
    private final Map<String, Latest<Integer>> readings = new LinkedHashMap<>();
    private final List<Device> devices;

    /** Starts now. */
    public Drive(Duration length) {
        this.length = length;
        this.devices = List.of(
                sensor("gyroscope", ofMillis(10), ofMillis(1)),
                sensor("distance", ofMillis(40), ofMillis(12)),
                sensor("battery", ofSeconds(1), ofMillis(150)),
                new Device("control", grid(ofMillis(200)), new ControlJob(readings)));
    }

    private Device sensor(String name, Duration period, Duration takes) {
        var latest = new Latest<Integer>();
        readings.put(name, latest);
        return new Device(name, grid(period), new SensorJob(takes, latest));
    }

    private Metronome grid(Duration period) {
        return new Metronome(period, length, MissedTicks.SKIP);
    }

    /** The gyroscope, the distance sensor, the battery and the control loop. */
    public List<Device> devices() {
        return devices;
    }

    /** Drives for two seconds, and prints how late the ticks of the devices were. */
    static void show(Robot robot) throws Exception {
        var devices = new Drive(ofSeconds(2)).devices();
        robot.run(devices);
        devices.forEach(IO::println);
        IO.println("How late the gyroscope was:");
        devices.getFirst().metronome().lateness().lines().forEach(IO::println);
    }
}
