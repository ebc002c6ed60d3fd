package callbackhell;

import static java.time.Duration.ofMillis;
import static java.util.concurrent.TimeUnit.SECONDS;

import callbackhell.shop.Fault;
import callbackhell.shop.Servers;
import callbackhell.shop.Step;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;

/** What happens in one step of an order, and how the caller waits for the order. */
public enum Incident {
    /** Nothing. */
    NONE,

    /** The server answers with an error. */
    FAILS {
        @Override
        Map<Step, Fault> faults(Step step) {
            return Map.of(step, Fault.FAILS);
        }
    },

    /** The server answers late, but the order ends within the limit. */
    SLOW {
        @Override
        Map<Step, Fault> faults(Step step) {
            return Map.of(step, Fault.SLOW);
        }
    },

    /** The server does not answer, so the order does not end within the limit. */
    HANGS {
        @Override
        Map<Step, Fault> faults(Step step) {
            return Map.of(step, Fault.HANGS);
        }

        @Override
        Confirmation await(Future<Confirmation> order, Step step, Servers servers)
                throws InterruptedException, ExecutionException, TimeoutException {
            return order.get(LIMIT, SECONDS);
        }
    },

    /** The caller cancels the order 0.2 s after this step has begun. */
    CANCEL {
        @Override
        Confirmation await(Future<Confirmation> order, Step step, Servers servers)
                throws InterruptedException, ExecutionException {
            servers.awaitRequest(step);
            Thread.sleep(ofMillis(200));
            order.cancel(true);
            return order.get();
        }
    },

    /** The server answers with an error, and the caller prints its stack trace. */
    TRACE {
        @Override
        Map<Step, Fault> faults(Step step) {
            return FAILS.faults(step);
        }
    };

    /** The number of seconds after which the caller of an order that hangs gives up. */
    static final int LIMIT = 5;

    Map<Step, Fault> faults(Step step) {
        return Map.of();
    }

    /** Waits for the order, and throws the exceptions of {@link Future#get}. */
    Confirmation await(Future<Confirmation> order, Step step, Servers servers)
            throws InterruptedException, ExecutionException, TimeoutException {
        return order.get();
    }
}
