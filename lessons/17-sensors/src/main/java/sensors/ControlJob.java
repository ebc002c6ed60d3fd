package sensors;

import interleave.eventloop.EventLoop;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** Steers with the latest readings of all sensors. Prints how old they are. */
final class ControlJob implements Job {

    private final Map<String, Latest<Integer>> sensors;

    ControlJob(Map<String, Latest<Integer>> sensors) {
        this.sensors = sensors;
    }

    @Override
    public void run() {
        IO.println("Steer: "
                + sensors.entrySet().stream()
                        .map(sensor -> sensor.getKey() + " " + age(sensor.getValue()))
                        .collect(Collectors.joining(", ")));
    }

    @Override
    public CompletionStage<Void> runOn(EventLoop loop) {
        run();
        return loop.completed(null);
    }

    private static String age(Latest<Integer> latest) {
        return latest.get().map(reading -> reading.age().toMillis() + " ms old").orElse("not read yet");
    }
}
