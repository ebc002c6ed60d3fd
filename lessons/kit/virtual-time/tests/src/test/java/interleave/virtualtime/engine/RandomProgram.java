package interleave.virtualtime.engine;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A random program: platform and virtual threads that sleep, lock, wait, notify, interrupt each other, exchange objects
 * and use pools. All waits have timeouts, so that it ends.
 */
final class RandomProgram {
    private static final int STEPS = 8;

    private final SplittableRandom random;
    private final List<String> trail = new ArrayList<>();
    private final Object[] monitors = {new Object(), new Object(), new Object()};
    private final ReentrantLock lock;
    private final Condition condition;
    private final ReentrantReadWriteLock readWrite = new ReentrantReadWriteLock();
    private final LinkedBlockingQueue<Integer> queue = new LinkedBlockingQueue<>(3);
    private final SynchronousQueue<Integer> handOver = new SynchronousQueue<>();
    private final Semaphore semaphore;
    private final List<Thread> threads = new ArrayList<>();
    private ExecutorService pool;
    private int sum;

    RandomProgram(long seed) {
        random = new SplittableRandom(seed);
        lock = new ReentrantLock(random.nextBoolean());
        condition = lock.newCondition();
        semaphore = new Semaphore(2, random.nextBoolean());
    }

    /** What each thread did, and when. */
    String trail() {
        return String.join("\n", trail) + "\n" + sum;
    }

    void run() throws InterruptedException {
        pool = switch (random.nextInt(5)) {
            case 0 -> Executors.newFixedThreadPool(2);
            case 1 -> Executors.newCachedThreadPool();
            case 2 -> Executors.newVirtualThreadPerTaskExecutor();
            case 3 -> new ForkJoinPool(3);
            default -> Executors.newScheduledThreadPool(2);
        };
        int count = random.nextInt(10) == 0 ? random.nextInt(50, 200) : random.nextInt(2, 12);
        for (int i = 0; i < count; i++) {
            var own = random.split();
            Runnable life = () -> live(own);
            threads.add(
                    random.nextBoolean()
                            ? new Thread(life)
                            : Thread.ofVirtual().name("v" + i).unstarted(life));
        }
        for (Thread thread : threads) {
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        if (random.nextBoolean()) {
            pool.shutdownNow();
        }
        pool.close();
    }

    private void live(SplittableRandom own) {
        for (int i = 0; i < STEPS; i++) {
            int what = own.nextInt(19);
            Object result;
            try {
                result = step(what, own.nextInt(1, 6), own);
            } catch (Exception caught) {
                result = caught.getClass().getSimpleName();
            }
            tell(what + " " + result);
        }
    }

    private void tell(String what) {
        trail.add(System.nanoTime() + " " + Thread.currentThread().getName() + " " + what);
    }

    private Object step(int what, int millis, SplittableRandom own) throws Exception {
        Object monitor = monitors[own.nextInt(monitors.length)];
        Object other = monitors[monitors.length - 1];
        return switch (what) {
            case 0 -> sleep(millis);
            case 1 ->
                holding(monitor, () -> {
                    sleep(millis);
                    monitor.notifyAll();
                });
            case 2 -> holding(monitor, () -> monitor.wait(millis));
            case 3 ->
                holding(monitor, () -> {
                    monitor.notify();
                    holding(other, () -> sleep(millis));
                });
            case 4 -> locked(() -> condition.await(millis, MILLISECONDS));
            case 5 ->
                locked(() -> {
                    sleep(millis);
                    condition.signalAll();
                });
            case 6 -> {
                threads.get(own.nextInt(threads.size())).interrupt();
                yield "interrupts";
            }
            case 7 -> queue.offer(millis, millis, MILLISECONDS);
            case 8 -> queue.poll(millis, MILLISECONDS);
            case 9 -> handOver.offer(millis, millis, MILLISECONDS);
            case 10 -> handOver.poll(millis, MILLISECONDS);
            case 11 -> permitted(millis);
            case 12 -> {
                Thread.yield();
                yield sum++;
            }
            case 13 -> submitted(millis);
            case 14 -> pool.invokeAny(List.of(() -> sleep(millis), () -> sleep(2)));
            case 15 ->
                CompletableFuture.supplyAsync(() -> millis)
                        .completeOnTimeout(0, millis, MILLISECONDS)
                        .get();
            case 16 -> readingOrWriting(own.nextBoolean(), millis);
            case 17 -> parked(own, millis);
            default -> child(millis);
        };
    }

    private static int sleep(int millis) throws InterruptedException {
        Thread.sleep(millis);
        return millis;
    }

    private interface Part {
        void run() throws InterruptedException;
    }

    private static String holding(Object monitor, Part part) throws InterruptedException {
        synchronized (monitor) {
            part.run();
        }
        return "held";
    }

    private Object locked(Part part) throws InterruptedException {
        if (!lock.tryLock(3, MILLISECONDS)) {
            return "locked out";
        }
        try {
            part.run();
            return "locked";
        } finally {
            lock.unlock();
        }
    }

    private Object permitted(int millis) throws InterruptedException {
        semaphore.acquire();
        try {
            return sleep(millis);
        } finally {
            semaphore.release();
        }
    }

    private Object submitted(int millis) throws Exception {
        Future<Integer> future = pool.submit(() -> sleep(millis));
        try {
            return future.get(3, MILLISECONDS);
        } catch (TimeoutException late) {
            return future.cancel(true);
        }
    }

    private Object readingOrWriting(boolean reads, int millis) throws InterruptedException {
        var side = reads ? readWrite.readLock() : readWrite.writeLock();
        side.lockInterruptibly();
        try {
            return sleep(millis);
        } finally {
            side.unlock();
        }
    }

    private Object parked(SplittableRandom own, int millis) {
        LockSupport.unpark(threads.get(own.nextInt(threads.size())));
        LockSupport.parkNanos(millis * 1_000_000L);
        return "parked";
    }

    private Object child(int millis) throws InterruptedException {
        var latch = new CountDownLatch(1);
        Thread child = new Thread(() -> {
            holdingQuietly(latch);
        });
        child.start();
        boolean in = latch.await(millis, MILLISECONDS);
        child.join(millis);
        return child.getName() + in;
    }

    private void holdingQuietly(CountDownLatch latch) {
        synchronized (monitors[0]) {
            latch.countDown();
        }
    }
}
