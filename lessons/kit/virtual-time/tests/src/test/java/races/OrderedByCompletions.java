package races;

import java.util.concurrent.CountedCompleter;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RecursiveAction;
import java.util.stream.Stream;

/** Programs without a data race: the completion of tasks that are not joined orders their accesses. */
final class OrderedByCompletions {
    private static final short DONE = 1;

    private OrderedByCompletions() {}

    static Stream<RaceRow> rows() {
        return Stream.of(
                new RaceRow("subtasks of a CountedCompleter", () -> {
                    IO.println(new ForkJoinPool(3).invoke(new Total(null, 0, 100)));
                }),
                new RaceRow("a task completed by another thread", () -> {
                    var shared = new Shared();
                    var task = ForkJoinTask.adapt(() -> {});
                    Thread.ofVirtual().start(() -> {
                        shared.count = 1;
                        task.complete(null);
                    });
                    task.join();
                    IO.println(shared.count);
                }),
                new RaceRow("the tag of a task", () -> {
                    var shared = new Shared();
                    var task = ForkJoinTask.adapt(() -> {});
                    Thread other = Thread.ofVirtual().start(() -> {
                        shared.count = 1;
                        task.setForkJoinTaskTag(DONE);
                    });
                    while (task.getForkJoinTaskTag() != DONE) {
                        Thread.sleep(1);
                    }
                    IO.println(shared.count);
                    other.join();
                }),
                new RaceRow("a task that is executed again", () -> {
                    var shared = new Shared();
                    var task = ForkJoinTask.adapt(() -> shared.count++);
                    task.invoke();
                    shared.incrementLocked();
                    shared.count++;
                    task.reinitialize();
                    task.invoke();
                }),
                new RaceRow("tasks, and what follows helpQuiesce", () -> {
                    new ForkJoinPool(2).invoke(new RecursiveAction() {
                        @Override
                        protected void compute() {
                            var shared = new Shared();
                            ForkJoinTask.adapt(() -> shared.count++).fork();
                            helpQuiesce();
                            IO.println(shared.count);
                        }
                    });
                }));
    }

    /** The last subtask that completes adds the totals. */
    private static final class Total extends CountedCompleter<Integer> {
        private static final long serialVersionUID = 1;

        private final int from;
        private final int to;
        private int total;
        private Total left;
        private Total right;

        Total(Total parent, int from, int to) {
            super(parent);
            this.from = from;
            this.to = to;
        }

        @Override
        public void compute() {
            if (to - from < 10) {
                total = to - from;
            } else {
                left = new Total(this, from, (from + to) / 2);
                right = new Total(this, (from + to) / 2, to);
                setPendingCount(2);
                left.fork();
                right.fork();
            }
            tryComplete();
        }

        @Override
        public void onCompletion(CountedCompleter<?> last) {
            if (left != null) {
                total = left.total + right.total;
            }
        }

        @Override
        public Integer getRawResult() {
            return total;
        }
    }
}
