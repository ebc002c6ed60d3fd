package sensors;

import java.util.List;

/** The versions that run several devices. */
enum Versions implements Robot {
    SEQUENTIAL(new Sequential()),
    THREAD_POOL(new WithThreadPool(4)),
    EVENT_LOOP(new WithEventLoop()),
    VIRTUAL_THREADS(new WithVirtualThreads());

    private final Robot robot;

    Versions(Robot robot) {
        this.robot = robot;
    }

    @Override
    public void run(List<Device> devices) throws Exception {
        robot.run(devices);
    }
}
