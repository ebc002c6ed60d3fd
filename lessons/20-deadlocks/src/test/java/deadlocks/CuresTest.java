package deadlocks;

import static interleave.virtualtime.VirtualRunAssert.assertThat;
import static java.time.Duration.ZERO;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.virtualtime.ScheduleFailure;
import interleave.virtualtime.ScheduleSearch;
import interleave.virtualtime.SearchResult;
import interleave.virtualtime.SideBySide.Main;
import interleave.virtualtime.Stuck;
import interleave.virtualtime.VirtualRun;
import interleave.virtualtime.VirtualTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two transfers in opposite directions, under many schedules. */
class CuresTest {
    private static final String BALANCES = "Balances: Alice 90, Bob 110";
    private static final int SEEDS = 200;

    /** The correct versions. */
    enum Cure {
        FIXED_ORDER {
            @Override
            Bank bank(Threads threads) {
                return new FixedOrder();
            }
        },
        RANDOM_BACKOFF {
            @Override
            Bank bank(Threads threads) {
                return new RandomBackoff();
            }
        },
        NEVER_TWO_LOCKS {
            @Override
            Bank bank(Threads threads) {
                return new NeverTwoLocks();
            }
        },
        ONE_OWNER {
            @Override
            Bank bank(Threads threads) {
                return new OneOwner(threads);
            }
        };

        abstract Bank bank(Threads threads);
    }

    /** No pause provokes the deadlock. */
    @ParameterizedTest
    @EnumSource
    void exploringSchedulesFindsDeadlockOfLocks(Threads threads) {
        assertThatThrownBy(() -> explore(SEEDS, ZERO, new OppositeOrder(), threads))
                .isInstanceOf(ScheduleFailure.class)
                .hasMessageContaining("Cycle: Alice waits for Bob waits for Alice");
    }

    @ParameterizedTest
    @EnumSource
    void exploringSchedulesFindsDeadlockOfMonitors(Threads threads) {
        assertThatThrownBy(() -> explore(SEEDS, ZERO, new OppositeMonitors(), threads))
                .isInstanceOf(ScheduleFailure.class)
                .hasMessageContaining("Cycle: Alice waits for Bob waits for Alice");
    }

    @Test
    void someSchedulesShowTheDeadlockAndOthersDoNot() {
        int stuck = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            stuck += isStuck(seed) ? 1 : 0;
        }

        assertThat(stuck).isBetween(1, SEEDS - 1);
    }

    /** {@link AllSchedulesTest} tries those of platform threads. */
    @ParameterizedTest
    @EnumSource
    void curesSurviveAllSchedulesOnVirtualThreads(Cure cure) {
        SearchResult result = new ScheduleSearch(2)
                .maxTime(Duration.ofMinutes(10))
                .explore(() -> {
                    Bank bank = cure.bank(Threads.VIRTUAL);
                    pay(bank, ZERO, Threads.VIRTUAL);
                    if (bank instanceof OneOwner owner) {
                        owner.close();
                    }
                });

        assertThat(result.complete()).as(result.toString()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"platform", "virtual"})
    void curesMoveTheMoney(String threads) throws Exception {
        assertThat(run(FixedOrder::main, threads))
                .took(ofMillis(800))
                .printed("Alice has paid Bob", "Bob has paid Alice", BALANCES);
        assertThat(run(NeverTwoLocks::main, threads))
                .took(ofMillis(400))
                .printed("Alice has paid Bob", "Bob has paid Alice", BALANCES);
        assertThat(run(OneOwner::main, threads))
                .took(ofMillis(800))
                .leftNothingRunning()
                .printed("Alice has paid Bob", "Bob has paid Alice", BALANCES);
        assertThat(run(RandomBackoff::main, threads).output()).endsWith(BALANCES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"platform", "virtual"})
    void equalPausesMakeNoProgress(String threads) throws Exception {
        var run = run(EqualPauses::main, threads);

        assertThat(run)
                .took(ofMillis(2_800))
                .printedAt(
                        ofMillis(2_800),
                        "Alice: after you!",
                        "Alice gave up after 5 attempts",
                        "Bob: after you!",
                        "Bob gave up after 5 attempts",
                        "Balances: Alice 100, Bob 100");
        assertThat(run.output()).filteredOn(line -> line.endsWith("after you!")).hasSize(10);
    }

    /** A livelock is not a deadlock: no thread is blocked forever, but none makes progress. */
    @Test
    void livelockLastsUntilTheLimitOfVirtualTime() {
        assertThatThrownBy(() -> new VirtualTime()
                        .virtualLimit(Duration.ofMinutes(1))
                        .start(() -> TwoTransfers.run(new EqualPauses(Integer.MAX_VALUE), Threads.VIRTUAL)))
                .isInstanceOf(Stuck.class)
                .hasMessageStartingWith("Still waiting after 1 minute of virtual time, the limit.");
    }

    @Test
    void livelockHappensUnderEverySchedule() throws Exception {
        for (int seed = 0; seed < SEEDS; seed++) {
            var run = new VirtualTime().seed(seed).start(() -> EqualPauses.main(new String[] {"virtual"}));

            assertThat(run.output()).contains("Alice gave up after 5 attempts", "Bob gave up after 5 attempts");
        }
    }

    private static VirtualRun run(Main main, String threads) throws Exception {
        return VirtualTime.run(() -> main.run(threads));
    }

    private static boolean isStuck(int seed) {
        try {
            new VirtualTime().seed(seed).start(() -> new TwoTransfers(new OppositeOrder(), ZERO).run(Threads.VIRTUAL));
            return false;
        } catch (Stuck deadlock) {
            return true;
        } catch (Exception unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    private static void explore(int seeds, Duration write, Bank bank, Threads threads) {
        VirtualTime.explore(seeds, () -> pay(bank, write, threads));
    }

    private static void pay(Bank bank, Duration write, Threads threads) throws InterruptedException {
        var transfers = new TwoTransfers(bank, write);
        transfers.run(threads);
        assertThat(transfers.balanceOfAlice()).isEqualTo(90);
        assertThat(transfers.balanceOfBob()).isEqualTo(110);
    }
}
