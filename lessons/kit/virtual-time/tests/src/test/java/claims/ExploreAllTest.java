package claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import interleave.virtualtime.FailingSchedule;
import interleave.virtualtime.ScheduleSearch;
import interleave.virtualtime.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.Test;

class ExploreAllTest {

    @Test
    void findsLostUpdateWithOnePreemption() {
        var failure = catchThrowableOfType(
                FailingSchedule.class, () -> VirtualTime.exploreAll(3, () -> countTwice(Counter::increment)));

        assertThat(failure.preemptions()).isEqualTo(1);
        assertThat(failure).hasMessageContaining("with 1 preemption").hasMessageContaining("read count -> 0");
    }

    @Test
    void findsNothingWithoutPreemption() {
        assertThat(VirtualTime.exploreAll(0, () -> countTwice(Counter::increment)))
                .hasToString("no failure in any of the 2 schedules with no preemption");
    }

    @Test
    void synchronizedCounterSurvivesAllSchedules() {
        assertThat(VirtualTime.exploreAll(3, () -> countTwice(counter -> counter.incrementLocked())))
                .hasToString("no failure in any of the 2 schedules with at most 3 preemptions");
    }

    /** No instruction of the program calls the method, so the place where it is called is not known. */
    @Test
    void seesSynchronizedMethodBehindMethodReference() {
        Set<String> orders = new HashSet<>();

        VirtualTime.exploreAll(0, () -> {
            var letters = new Letters();
            inTwoThreads(letters::addFirst, letters::addSecond);
            orders.add(letters.text);
        });

        assertThat(orders).containsExactlyInAnyOrder("ab", "ba");
    }

    @Test
    void seesMethodReferencesToTheJdk() {
        var failure = catchThrowableOfType(
                FailingSchedule.class,
                () -> VirtualTime.exploreAll(1, () -> {
                    var count = new AtomicInteger();
                    IntSupplier read = count::get;
                    IntConsumer write = count::set;
                    Runnable increment = () -> write.accept(read.getAsInt() + 1);
                    inTwoThreads(increment, increment);
                    assertThat(count.get()).isEqualTo(2);
                }));

        assertThat(failure).hasMessageContaining("AtomicInteger.get").hasMessageContaining("AtomicInteger.set");
    }

    @Test
    void countsTheSchedulesThatFail() {
        assertThat(new ScheduleSearch(1).count(() -> countTwice(Counter::increment)))
                .hasToString("fails in 2 of the 4 schedules with at most 1 preemption");
    }

    @Test
    void reachesEachInterleavingOfTwoThreads() {
        Set<String> orders = new HashSet<>();

        VirtualTime.exploreAll(6, () -> {
            var letters = new Letters();
            inTwoThreads(() -> letters.add("a", "b", "c"), () -> letters.add("x", "y", "z"));
            orders.add(letters.text);
        });

        assertThat(orders).as("6 letters, of which 3 are the first thread's").hasSize(20);
    }

    /** Three threads with two increments each: 6! / (2! 2! 2!) orders of the increments. */
    @Test
    void countsEachOrderOfCriticalSectionsOnce() {
        assertThat(VirtualTime.exploreAll(5, () -> {
                            var counter = new Counter();
                            inThreads(counter::incrementTwice, counter::incrementTwice, counter::incrementTwice);
                            assertThat(counter.count).isEqualTo(6);
                        })
                        .schedules())
                .isEqualTo(90);
    }

    @Test
    void doesNotRepeatOrdersOfStepsThatDoNotAffectEachOther() {
        assertThat(VirtualTime.exploreAll(3, () -> {
                            var first = new Counter();
                            var second = new Counter();
                            inTwoThreads(first::increment, second::increment);
                        })
                        .schedules())
                .isEqualTo(1);
    }

    @Test
    void findsAndCountsFailingSchedulesOfTheReadme() {
        assertThatThrownBy(() -> VirtualTime.exploreAll(2, ReadmeExamplesTest::twoCustomers))
                .hasMessageContaining("with 1 preemption");
        assertThat(new ScheduleSearch(2).count(ReadmeExamplesTest::twoCustomers))
                .hasToString("fails in 2 of the 4 schedules with at most 2 preemptions");
    }

    /** If the thread runs first, it has ended before the read, but nothing orders the two. */
    @Test
    void doesNotMissReadBeforeTheEndOfAShortThread() {
        Set<Integer> read = new HashSet<>();

        VirtualTime.exploreAll(1, () -> {
            var box = new AtomicInteger();
            Thread.startVirtualThread(() -> box.set(1));
            read.add(box.get());
        });

        assertThat(read).containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void doesNotMissEndOfAPoolsTask() {
        assertThatThrownBy(() -> VirtualTime.exploreAll(2, () -> {
                    try (var pool = Executors.newFixedThreadPool(2)) {
                        var done = pool.submit(() -> {});
                        var sum = new Counter();
                        sum.increment();
                        assertThat(done.isDone()).isFalse();
                    }
                }))
                .isInstanceOf(FailingSchedule.class);
    }

    @Test
    void saysThatALimitWasReached() {
        assertThat(new ScheduleSearch(3).maxRuns(1).explore(() -> countTwice(Counter::incrementLocked)))
                .hasToString("no failure in the one schedule that was tried before the limit was reached;"
                        + " there are more with at most 3 preemptions");
    }

    @Test
    void timeLimitEndsTheSearch() {
        var result = new ScheduleSearch(3).maxTime(Duration.ZERO).explore(() -> countTwice(Counter::incrementLocked));

        assertThat(result.complete()).isFalse();
    }

    @Test
    void programThatDependsOnEarlierRunsDiverges() {
        var runs = new AtomicInteger();

        assertThatThrownBy(() -> VirtualTime.exploreAll(1, () -> {
                    var counter = new Counter();
                    if (runs.incrementAndGet() % 2 == 1) {
                        counter.increment();
                    }
                    inTwoThreads(counter::increment, counter::increment);
                }))
                .hasMessageContaining("The program took other steps when its schedule was repeated");
    }

    @Test
    void loopThatYieldsEnds() {
        VirtualTime.exploreAll(1, () -> {
            var flag = new Flag();
            inTwoThreads(
                    () -> {
                        while (!flag.isSet) {
                            Thread.onSpinWait();
                        }
                    },
                    () -> flag.isSet = true);
        });
    }

    private static final class Counter {
        private int count;

        void increment() {
            count++;
        }

        synchronized void incrementLocked() {
            count++;
        }

        void incrementTwice() {
            incrementLocked();
            incrementLocked();
        }
    }

    private static final class Letters {
        private volatile String text = "";

        void add(String... more) {
            for (String letter : more) {
                append(letter);
            }
        }

        synchronized void addFirst() {
            text += "a";
        }

        synchronized void addSecond() {
            text += "b";
        }

        private synchronized void append(String letter) {
            text += letter;
        }
    }

    private static final class Flag {
        private volatile boolean isSet;
    }

    private static void countTwice(Consumer<Counter> increment) throws Exception {
        var counter = new Counter();
        inTwoThreads(() -> increment.accept(counter), () -> increment.accept(counter));
        assertThat(counter.count).isEqualTo(2);
    }

    private static void inTwoThreads(Runnable first, Runnable second) throws Exception {
        inThreads(first, second);
    }

    private static void inThreads(Runnable... bodies) throws Exception {
        List<Thread> threads = new ArrayList<>();
        for (Runnable body : bodies) {
            threads.add(Thread.ofPlatform().start(body));
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
