package callbackhell;

import callbackhell.shop.Order;
import callbackhell.shop.StepException;

/**
 * Processes an order of a bookshop in five steps. The example extends those of "Asynchronous Programming with Python"
 * and "Unlocking the Secrets of asyncio", which warn of nested callbacks.
 */
@FunctionalInterface
public interface OrderProcess {

    /**
     * Returns when all steps have ended. If the calling thread is interrupted, it cancels the step that is running, and
     * starts no other.
     *
     * @throws StepException if a step fails; no later step is started
     * @throws InterruptedException if the calling thread was interrupted, when the cancelled step has ended
     */
    Confirmation process(Order order) throws Exception;
}
