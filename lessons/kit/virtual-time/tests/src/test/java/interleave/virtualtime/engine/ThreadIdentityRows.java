package interleave.virtualtime.engine;

import static interleave.virtualtime.engine.Row.row;
import static interleave.virtualtime.engine.Row.start;

import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;

/** The JDK shows, stores and compares the threads that the program knows. */
final class ThreadIdentityRows {
    private ThreadIdentityRows() {}

    static Stream<Row> all() {
        return Stream.concat(locks(), others());
    }

    private static Stream<Row> locks() {
        return Stream.of(
                row("a ReentrantLock shows its owner", 0, ThreadIdentityRows::owner, "true", "true"),
                row("a ReentrantLock shows its queued threads", 10, ThreadIdentityRows::queued, "true", "[queued]"),
                row("a Condition shows its waiting threads", 10, ThreadIdentityRows::waiting, "[waiting]"),
                row(
                        "a ReentrantReadWriteLock shows its owner and its queued threads",
                        10,
                        ThreadIdentityRows::readWrite,
                        "true",
                        "true",
                        "1"),
                row("a Semaphore shows its queued threads", 10, ThreadIdentityRows::semaphore, "[queued]"),
                row("a synchronizer shows its queued threads", 10, ThreadIdentityRows::synchronizer, "true [queued]"));
    }

    private static void owner(Transcript log) {
        var lock = new OpenLock();
        lock.lock();
        log.say(lock.getOwner() == Thread.currentThread());
        log.say(lock.toString().endsWith("[Locked by thread main]"));
        lock.unlock();
    }

    private static void queued(Transcript log) throws InterruptedException {
        var lock = new OpenLock();
        lock.lock();
        Thread queued = startNamed("queued", () -> {
            lock.lock();
            lock.unlock();
        });
        Thread.sleep(10);
        log.say(lock.hasQueuedThread(queued));
        log.say(names(lock.getQueuedThreads()));
        lock.unlock();
        queued.join();
    }

    private static void waiting(Transcript log) throws InterruptedException {
        var lock = new OpenLock();
        Condition condition = lock.newCondition();
        Thread waiting = startNamed("waiting", () -> {
            lock.lock();
            condition.awaitUninterruptibly();
            lock.unlock();
        });
        Thread.sleep(10);
        lock.lock();
        log.say(names(lock.getWaitingThreads(condition)));
        condition.signal();
        lock.unlock();
        waiting.join();
    }

    private static void readWrite(Transcript log) throws InterruptedException {
        var lock = new OpenReadWriteLock();
        lock.writeLock().lock();
        Thread reader = start(() -> {
            lock.readLock().lock();
            log.say(lock.getReadHoldCount());
            lock.readLock().unlock();
        });
        Thread.sleep(10);
        log.say(lock.getOwner() == Thread.currentThread());
        log.say(lock.hasQueuedThread(reader));
        lock.writeLock().unlock();
        reader.join();
    }

    private static void semaphore(Transcript log) throws InterruptedException {
        var semaphore = new OpenSemaphore();
        Thread queued = startNamed("queued", semaphore::acquireUninterruptibly);
        Thread.sleep(10);
        log.say(names(semaphore.getQueuedThreads()));
        semaphore.release();
        queued.join();
    }

    private static void synchronizer(Transcript log) throws InterruptedException {
        var mutex = new Mutex();
        mutex.acquire(1);
        Thread queued = startNamed("queued", () -> {
            mutex.acquire(1);
            mutex.release(1);
        });
        Thread.sleep(10);
        log.say(mutex.isQueued(queued) + " " + names(mutex.getQueuedThreads()));
        mutex.release(1);
        queued.join();
    }

    private static Stream<Row> others() {
        return Stream.of(
                row("beforeExecute is called with the worker", 0, ThreadIdentityRows::beforeExecute, "true", "true"),
                row(
                        "getAllStackTraces shows the platform threads of the run",
                        20,
                        ThreadIdentityRows::stackTraces,
                        "[main, sleeping]",
                        "true"),
                row("ThreadMXBean knows no thread of the run", 0, ThreadIdentityRows::threadInfo, "null"));
    }

    private static void beforeExecute(Transcript log) throws Exception {
        var pool = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>()) {
            @Override
            protected void beforeExecute(Thread worker, Runnable task) {
                log.say(worker == Thread.currentThread());
            }
        };
        var ran = new CompletableFuture<Boolean>();
        try (pool) {
            pool.execute(() -> ran.complete(Thread.currentThread().isVirtual()));
            log.say(!ran.get());
        }
    }

    private static void stackTraces(Transcript log) throws InterruptedException {
        Thread sleeping = startNamed("sleeping", Row.running(() -> Thread.sleep(20)));
        Thread.startVirtualThread(Row.running(() -> Thread.sleep(20)));
        Thread.sleep(10);
        Map<Thread, StackTraceElement[]> stacks = Thread.getAllStackTraces();
        log.say(stacks.keySet().stream().map(Thread::getName).sorted().toList());
        log.say(Stream.of(stacks.get(sleeping))
                .anyMatch(frame -> frame.getMethodName().equals("sleep")));
        sleeping.join();
    }

    /** In the JVM, the id of the run's main thread belongs to the JVM's main thread. */
    private static void threadInfo(Transcript log) {
        long id = Thread.currentThread().threadId();
        log.say(ManagementFactory.getThreadMXBean().getThreadInfo(id));
    }

    private static Thread startNamed(String name, Runnable body) {
        return Thread.ofPlatform().name(name).start(body);
    }

    private static List<String> names(Collection<Thread> threads) {
        return threads.stream().map(Thread::getName).toList();
    }

    private static final class OpenLock extends ReentrantLock {
        @Override
        protected Thread getOwner() {
            return super.getOwner();
        }

        @Override
        protected Collection<Thread> getQueuedThreads() {
            return super.getQueuedThreads();
        }

        @Override
        protected Collection<Thread> getWaitingThreads(Condition condition) {
            return super.getWaitingThreads(condition);
        }
    }

    private static final class OpenReadWriteLock extends ReentrantReadWriteLock {
        @Override
        protected Thread getOwner() {
            return super.getOwner();
        }
    }

    private static final class OpenSemaphore extends Semaphore {
        OpenSemaphore() {
            super(0);
        }

        @Override
        protected Collection<Thread> getQueuedThreads() {
            return super.getQueuedThreads();
        }
    }

    /** A synchronizer of the program, built as the JDK's documentation shows it. */
    private static final class Mutex extends AbstractQueuedSynchronizer {
        @Override
        protected boolean tryAcquire(int one) {
            if (!compareAndSetState(0, 1)) {
                return false;
            }
            setExclusiveOwnerThread(Thread.currentThread());
            return true;
        }

        @Override
        protected boolean tryRelease(int one) {
            if (getExclusiveOwnerThread() != Thread.currentThread()) {
                throw new IllegalMonitorStateException();
            }
            setExclusiveOwnerThread(null);
            setState(0);
            return true;
        }
    }
}
