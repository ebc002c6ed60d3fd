package dataloading;

import interleave.eventloop.AsyncSemaphore;
import interleave.eventloop.EventLoop;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;

/** Simulates computing on a machine with a given number of cores. Work waits until a core is free. */
final class Cores implements Delay {

    private final int count;
    private final Semaphore free;
    private AsyncSemaphore freeOnLoop;

    Cores(int count) {
        this.count = count;
        this.free = new Semaphore(count, true);
    }

    @Override
    public void spend(Duration time) throws InterruptedException {
        free.acquire();
        try {
            Thread.sleep(time);
        } finally {
            free.release();
        }
    }

    @Override
    public CompletionStage<Void> spendOn(EventLoop loop, Duration time) {
        if (freeOnLoop == null) {
            freeOnLoop = new AsyncSemaphore(loop, count);
        }
        return freeOnLoop.withPermit(() -> loop.sleep(time));
    }
}
