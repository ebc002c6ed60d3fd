package callbackhell;

import callbackhell.shop.Order;
import callbackhell.shop.StepException;

/**
 * Processes an order of a bookshop in five steps. The example extends those in "Asynchronous Programming with Python"
 * and "Unlocking the Secrets of asyncio", which warn against nested callbacks.
 */
@FunctionalInterface
public interface OrderProcess {

    /**
     * Returns when all steps have ended. If the calling thread is interrupted, it cancels the step that is running, and
     * starts no other.
     *
     * @throws StepException if a step fails; no later step is started
     * @throws InterruptedException if the calling thread is interrupted; thrown after the cancelled step has ended
     */
    Confirmation process(Order order) throws Exception;
}
