package interleave.course;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;

import interleave.eventloop.AsyncLock;
import interleave.eventloop.AsyncQueue;
import interleave.eventloop.EventLoop;
import interleave.eventloop.Task;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Programs that the tests of the tree start and look at: each prints "ready", and then waits for hours. */
final class WaitingPrograms {
    private WaitingPrograms() {}

    private static void waitForever(Function<EventLoop, List<? extends CompletableFuture<?>>> tasks) throws Exception {
        EventLoop.run(loop -> {
            List<? extends CompletableFuture<?>> all = tasks.apply(loop);
            announce(loop, loop.completed(null));
            return loop.<Object>gather(all);
        });
    }

    /** Timers that are due earlier run before. */
    private static void announce(EventLoop loop, CompletableFuture<?> prepared) {
        loop.createTask(
                "announcer",
                () -> prepared.thenCompose(done -> loop.sleep(ofMillis(50)))
                        .thenRun(() -> System.out.println("ready")));
    }

    /** One task for each kind of wait. */
    static final class Office {
        public static void main(String[] arguments) throws Exception {
            EventLoop.run(loop -> {
                loop.setDebug(arguments.length > 0);
                var connected = new CompletableFuture<Void>();
                var carrying = new CompletableFuture<Void>();
                announce(loop, loop.gather(loop.adopt(connected), loop.adopt(carrying)));
                var lock = new AsyncLock(loop);
                var queue = new AsyncQueue<String>(loop, 10);
                var server = loop.listen(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        silent -> new CompletableFuture<Void>());
                var clerk = loop.createTask("clerk", () -> queue.take());
                var porter = loop.createTask("porter", () -> loop.toThread(() -> carry(carrying)));
                return loop.<Object>gather(List.<CompletableFuture<?>>of(
                        loop.createTask("audit", () -> lock.withLock(() -> loop.sleep(ofHours(1)))),
                        loop.createTask("pay", () -> lock.withLock(() -> loop.sleep(ofHours(1)))),
                        loop.createTask("refund", () -> lock.withLock(() -> loop.sleep(ofHours(1)))),
                        loop.createTask(
                                "caller",
                                () -> loop.connect(server.address()).thenCompose(line -> {
                                    connected.complete(null);
                                    return line.read(ByteBuffer.allocate(10));
                                })),
                        loop.createTask("chief", () -> loop.gather(loop.<Object>gather(clerk, porter)))));
            });
        }

        private static Void carry(CompletableFuture<Void> carrying) throws InterruptedException {
            carrying.complete(null);
            new CountDownLatch(1).await();
            return null;
        }
    }

    /** Six layers of six tasks; each task waits for all tasks of the layer below. */
    static final class Layers {
        public static void main(String[] arguments) throws Exception {
            waitForever(loop -> {
                var below = new ArrayList<Task<?>>(List.of(loop.createTask("bottom", () -> loop.sleep(ofHours(1)))));
                for (int layer = 1; layer <= 6; layer++) {
                    List<Task<?>> awaited = List.copyOf(below);
                    below.clear();
                    for (char name = 'a'; name <= 'f'; name++) {
                        below.add(loop.createTask(name + "-in-layer-" + layer, () -> loop.<Object>gather(awaited)));
                    }
                }
                return below;
            });
        }
    }

    /** Ten thousand tasks that sleep, and ten thousand threads that are parked. */
    static final class Crowd {
        public static void main(String[] arguments) throws Exception {
            waitForever(loop -> {
                IntStream.range(0, 10_000)
                        .forEach(number ->
                                Thread.ofVirtual().name("guest-" + number).start(LockSupport::park));
                return IntStream.range(0, 10_000)
                        .mapToObj(number -> loop.createTask("page-" + number, () -> loop.sleep(ofMinutes(60))))
                        .toList();
            });
        }
    }

    /** A task that never gives the loop back. */
    static final class BlockedLoop {
        public static void main(String[] arguments) throws Exception {
            EventLoop.run(loop -> {
                loop.createTask("victim", () -> loop.sleep(ofMillis(1)));
                return loop.createTask("culprit", () -> {
                    System.out.println("ready");
                    LockSupport.park();
                    return loop.completed(null);
                });
            });
        }
    }

    /** Three tasks that wait for each other, and two that each hold the lock of the other. */
    static final class Circles {
        public static void main(String[] arguments) throws Exception {
            waitForever(loop -> {
                var tasks = new ArrayList<Task<?>>();
                tasks.add(loop.createTask("breakfast", () -> tasks.get(1).thenRun(() -> {})));
                tasks.add(loop.createTask("tea", () -> loop.<Object>gather(tasks.get(2))));
                tasks.add(loop.createTask("toast", () -> tasks.get(0).thenRun(() -> {})));
                var fork = new AsyncLock(loop);
                var knife = new AsyncLock(loop);
                tasks.add(loop.createTask("left", () -> both(loop, fork, knife)));
                tasks.add(loop.createTask("right", () -> both(loop, knife, fork)));
                return tasks;
            });
        }

        private static CompletableFuture<Void> both(EventLoop loop, AsyncLock first, AsyncLock second) {
            return first.withLock(() ->
                    loop.sleep(ofMillis(1)).thenCompose(slept -> second.withLock(() -> loop.sleep(ofMillis(1)))));
        }
    }

    /** Ends when its input does. */
    static final class Brief {
        public static void main(String[] arguments) throws Exception {
            System.out.println("ready");
            System.in.read();
        }
    }
}
