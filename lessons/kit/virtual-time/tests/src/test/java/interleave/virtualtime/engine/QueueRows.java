package interleave.virtualtime.engine;

import static interleave.virtualtime.engine.Row.row;
import static interleave.virtualtime.engine.Row.start;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Blocking queues. */
final class QueueRows {
    private QueueRows() {}

    static Stream<Row> all() {
        return Stream.of(takers(), putters(), others()).flatMap(rows -> rows);
    }

    private static Stream<Row> takers() {
        return Stream.<Supplier<BlockingQueue<Integer>>>of(
                        () -> new ArrayBlockingQueue<>(1),
                        LinkedBlockingQueue::new,
                        PriorityBlockingQueue::new,
                        SynchronousQueue::new,
                        () -> new SynchronousQueue<>(true),
                        LinkedTransferQueue::new,
                        LinkedBlockingDeque::new)
                .map(QueueRows::taking);
    }

    private static Row taking(Supplier<BlockingQueue<Integer>> queues) {
        return row(
                queues.get().getClass().getSimpleName() + ": take and poll wait",
                50,
                log -> {
                    BlockingQueue<Integer> queue = queues.get();
                    log.outcome(() -> queue.poll(10, MILLISECONDS));
                    start(() -> {
                        Thread.sleep(20);
                        queue.put(1);
                        Thread.sleep(20);
                        queue.put(2);
                    });
                    log.outcome(queue::take);
                    log.outcome(() -> queue.poll(100, MILLISECONDS));
                },
                "10 null",
                "30 1",
                "50 2");
    }

    private static Stream<Row> putters() {
        return Stream.<Supplier<BlockingQueue<Integer>>>of(
                        () -> new ArrayBlockingQueue<>(1),
                        () -> new LinkedBlockingQueue<>(1),
                        () -> new LinkedBlockingDeque<>(1))
                .map(QueueRows::putting);
    }

    private static Row putting(Supplier<BlockingQueue<Integer>> queues) {
        return row(
                queues.get().getClass().getSimpleName() + ": put and offer wait",
                40,
                log -> {
                    BlockingQueue<Integer> queue = queues.get();
                    queue.put(1);
                    log.outcome(() -> queue.offer(2, 10, MILLISECONDS));
                    Thread taker = start(() -> {
                        Thread.sleep(20);
                        queue.take();
                        Thread.sleep(10);
                        queue.take();
                    });
                    queue.put(3);
                    log.at("put");
                    log.outcome(() -> queue.offer(4, 100, MILLISECONDS));
                    taker.join();
                },
                "10 false",
                "30 put",
                "40 true");
    }

    private static Stream<Row> others() {
        return Stream.of(
                row(
                        "SynchronousQueue.put meets a taker",
                        20,
                        log -> {
                            var queue = new SynchronousQueue<String>();
                            log.say(queue.offer("nobody there"));
                            start(() -> {
                                Thread.sleep(20);
                                log.at(queue.take());
                            });
                            queue.put("hello");
                            log.at("handed over");
                            Thread.yield();
                        },
                        "false",
                        "20 hello",
                        "20 handed over"),
                row(
                        "SynchronousQueue.offer(timeout)",
                        20,
                        log -> log.outcome(() -> new SynchronousQueue<Integer>().offer(1, 20, MILLISECONDS)),
                        "20 false"),
                row(
                        "LinkedTransferQueue.transfer",
                        30,
                        log -> {
                            var queue = new LinkedTransferQueue<Integer>();
                            log.outcome(() -> queue.tryTransfer(1, 10, MILLISECONDS));
                            start(() -> {
                                Thread.sleep(20);
                                queue.take();
                            });
                            queue.transfer(2);
                        },
                        "10 false"),
                row(
                        "LinkedBlockingDeque, both ends",
                        20,
                        log -> {
                            var deque = new LinkedBlockingDeque<Integer>();
                            log.outcome(() -> deque.pollLast(10, MILLISECONDS));
                            start(() -> {
                                Thread.sleep(10);
                                deque.putFirst(1);
                            });
                            log.outcome(deque::takeLast);
                        },
                        "10 null",
                        "20 1"),
                row(
                        "PriorityBlockingQueue",
                        10,
                        log -> {
                            var queue = new PriorityBlockingQueue<Integer>();
                            Thread producer = start(() -> {
                                queue.put(2);
                                queue.put(1);
                            });
                            Thread.sleep(10);
                            log.say(queue.take());
                            log.say(queue.take());
                            producer.join();
                        },
                        "1",
                        "2"),
                row(
                        "DelayQueue",
                        30,
                        log -> {
                            var queue = new DelayQueue<Later>();
                            queue.add(new Later("third", 30));
                            queue.add(new Later("first", 10));
                            log.outcome(() -> queue.poll(5, MILLISECONDS));
                            start(() -> queue.add(new Later("second", 12)));
                            log.outcome(queue::take);
                            log.outcome(queue::take);
                            log.outcome(() -> queue.poll(100, MILLISECONDS));
                        },
                        "5 null",
                        "10 first",
                        "17 second",
                        "30 third"));
    }

    /** An element that is due some milliseconds after its creation. */
    private record Later(String name, long due) implements Delayed {
        Later(String name, long due) {
            this.name = name;
            this.due = System.nanoTime() + due * 1_000_000;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(due - System.nanoTime(), NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(due, ((Later) other).due);
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
