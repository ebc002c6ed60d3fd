package sensors;

import interleave.eventloop.EventLoop;
import interleave.eventloop.Repetition;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Each device is a task of one loop. While it waits for its next tick or for an answer, the others can tick. */
public final class WithEventLoop implements Robot {

    @Override
    public void run(List<Device> devices) throws Exception {
        EventLoop.run(loop -> loop.gather(devices.stream()
                .map(device -> loop.createTask(device.name(), () -> ticks(loop, device)))
                .toList()));
    }

    static CompletableFuture<Void> ticks(EventLoop loop, Device device) {
        return Repetition.whileTrue(
                loop,
                () -> device.hasNext()
                        ? loop.sleep(device.untilDue())
                                .thenCompose(due -> device.tickOn(loop))
                                .thenApply(ticked -> true)
                        : loop.completed(false));
    }

    static void main() throws Exception {
        Drive.show(new WithEventLoop());
    }
}
