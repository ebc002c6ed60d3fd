package sensors;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One thread, which waits for the device that is due first. While it reads one device, all others wait. */
public final class Sequential implements Robot {

    @Override
    public void run(List<Device> devices) throws InterruptedException {
        for (var next = next(devices); next.isPresent(); next = next(devices)) {
            Thread.sleep(next.get().untilDue());
            next.get().tick();
        }
    }

    private static Optional<Device> next(List<Device> devices) {
        return devices.stream().filter(Device::hasNext).min(Comparator.comparing(Device::untilDue));
    }

    static void main() throws Exception {
        Drive.show(new Sequential());
    }
}
