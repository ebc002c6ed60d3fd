package callbackhell.shop;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** The simulated servers of the shop, one for each step. They print their answers. */
public final class Servers {
    private final Map<Step, Fault> faults;
    private final Map<Step, CountDownLatch> requests = new EnumMap<>(Step.class);

    /** The servers of the steps in {@code faults} have a fault, all others have none. */
    public Servers(Map<Step, Fault> faults) {
        this.faults = Map.copyOf(faults);
        for (Step step : Step.values()) {
            requests.put(step, new CountDownLatch(1));
        }
    }

    /** Returns when the server of this step has received a request. */
    public void awaitRequest(Step step) throws InterruptedException {
        requests.get(step).await();
    }

    /** Receives a request. Returns the time until the answer. */
    Duration request(Step step) {
        requests.get(step).countDown();
        Fault fault = faults.get(step);
        return fault == null ? step.duration() : step.duration().plus(fault.delay());
    }

    /**
     * Returns the answer to a request.
     *
     * @throws StepException if the server fails
     */
    <T> T answer(Step step, T answer) {
        if (faults.get(step) == Fault.FAILS) {
            throw new StepException(step);
        }
        IO.println(step + ": " + answer);
        return answer;
    }

    /** Prints that the client has cancelled its request. */
    void cancelled(Step step) {
        IO.println(step + ": cancelled");
    }
}
