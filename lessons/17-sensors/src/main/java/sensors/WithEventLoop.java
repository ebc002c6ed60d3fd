package sensors;

import interleave.eventloop.EventLoop;
import java.util.List;

/** Each device is a task of one loop. While it waits for its next tick or for an answer, the others can tick. */
public final class WithEventLoop implements Robot {

    @Override
    public void run(List<Device> devices) throws Exception {
        EventLoop.run(loop -> loop.gather(devices.stream()
                .map(device -> loop.createTask(device.name(), () -> LoopTicks.of(loop, device)))
                .toList()));
    }

    static void main() throws Exception {
        Drive.show(new WithEventLoop());
    }
}
