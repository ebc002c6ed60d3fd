package sensors;

import interleave.eventloop.EventLoop;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** Reads a sensor that takes a while to answer. Its values are the numbers of its readings. */
final class SensorJob implements Job {

    private final Duration takes;
    private final Latest<Integer> latest;
    private int readings;

    SensorJob(Duration takes, Latest<Integer> latest) {
        this.takes = takes;
        this.latest = latest;
    }

    @Override
    public void run() throws InterruptedException {
        Thread.sleep(takes);
        latest.publish(++readings);
    }

    @Override
    public CompletionStage<Void> runOn(EventLoop loop) {
        return loop.sleep(takes).thenRun(() -> latest.publish(++readings));
    }
}
