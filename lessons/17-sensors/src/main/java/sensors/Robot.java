package sensors;

import java.util.List;

/** Runs several devices concurrently, each at its own rate. */
public interface Robot {

    /**
     * Returns when the metronomes of all devices have ended.
     *
     * @throws Exception if a device fails for a reason other than its job
     */
    void run(List<Device> devices) throws Exception;
}
