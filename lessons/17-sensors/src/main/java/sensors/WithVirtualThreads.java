package sensors;

import java.util.List;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/** Each device has a virtual thread, which sleeps until its next tick is due. */
public final class WithVirtualThreads implements Robot {

    @Override
    public void run(List<Device> devices) throws Exception {
        var names = devices.stream().map(Device::name).iterator();
        ThreadFactory named = body -> Thread.ofVirtual().name(names.next()).unstarted(body);
        try (var threads = Executors.newThreadPerTaskExecutor(named)) {
            var ended = new ExecutorCompletionService<Void>(threads);
            devices.forEach(device -> ended.submit(() -> tick(device)));
            try {
                for (int device = 0; device < devices.size(); device++) {
                    ended.take().get();
                }
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private static Void tick(Device device) throws InterruptedException {
        while (device.hasNext()) {
            Thread.sleep(device.untilDue());
            device.tick();
        }
        return null;
    }

    static void main() throws Exception {
        Drive.show(new WithVirtualThreads());
    }
}
