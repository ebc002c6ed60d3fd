package sharedstate;

import static interleave.virtualtime.VirtualRunAssert.assertThat;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.eventloop.EventLoop;
import interleave.virtualtime.ScheduleSearch;
import interleave.virtualtime.SearchResult;
import interleave.virtualtime.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Three customers want the last ticket, on one thread. */
class BoxOfficeTest {
    enum Cure {
        RESERVE_FIRST(ReserveFirst::new),
        LOCK_ACROSS_AWAIT(LockAcrossAwait::new);

        private final Evening.Version version;

        Cure(Evening.Version version) {
            this.version = version;
        }
    }

    @Test
    void checkAwaitActSellsTheLastTicketTwice() throws Exception {
        assertThat(VirtualTime.run(CheckAwaitAct::main))
                .took(ofMillis(1_400))
                .peakConcurrency(1)
                .printed("Anna: not sold", "Ben: sold", "Carla: sold", "Tickets left: -1");
    }

    @Test
    void reservationSendsCustomersHomeAlthoughATicketComesBack() throws Exception {
        assertThat(VirtualTime.run(ReserveFirst::main))
                .took(ofMillis(1_000))
                .printed("Ben: not sold", "Carla: not sold", "Anna: not sold", "Tickets left: 1")
                .printedAt(ofMillis(200), "Ben: not sold");
    }

    @Test
    void lockAcrossAwaitSellsTheTicketAndServesOneCustomerAfterTheOther() throws Exception {
        assertThat(VirtualTime.run(LockAcrossAwait::main))
                .took(ofMillis(2_000))
                .printed("Anna: not sold", "Ben: sold", "Carla: not sold", "Tickets left: 0")
                .printedAt(ofMillis(2_000), "Ben: sold", "Carla: not sold", "Tickets left: 0");
    }

    /** Not a matter of chance: whenever the second customer comes before the bank has answered. */
    @Test
    void everyScheduleOversells() {
        for (long seed = 0; seed < 200; seed++) {
            long replayed = seed;
            assertThatThrownBy(() -> new VirtualTime().seed(replayed).start(() -> sell(CheckAwaitAct::new)))
                    .hasMessageContaining("-1");
        }
    }

    @Test
    void pageTellsWhatEachCustomerDid() throws Exception {
        var rows = new ArrayList<String>();
        VirtualTime.run(() -> Evening.run((loop, bank, tickets) ->
                new WatchedOffice(watchedBank -> new CheckAwaitAct(loop, watchedBank, tickets), bank, rows)));

        assertThat(Page.table("| time | Anna | Ben | Carla |")).isEqualTo(rows);
    }

    @ParameterizedTest
    @EnumSource
    void cureNeverOversellsUnderAllSchedulesWithOnePreemption(Cure cure) {
        requireNeverOversells(cure, new ScheduleSearch(1));
    }

    @Tag("slow")
    @ParameterizedTest
    @EnumSource
    void cureNeverOversellsUnderAllSchedulesWithTwoPreemptions(Cure cure) {
        requireNeverOversells(cure, new ScheduleSearch(2));
    }

    private static void requireNeverOversells(Cure cure, ScheduleSearch search) {
        SearchResult result = search.maxTime(Duration.ofMinutes(10)).explore(() -> sell(cure.version));

        assertThat(result.complete()).as(result.toString()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void failureOfTheBankReturnsTheTicket(Cure cure) throws Exception {
        VirtualTime.run(() -> EventLoop.run(loop -> {
            BoxOffice office = cure.version.create(
                    loop, (bank, customer) -> CompletableFuture.failedFuture(new IllegalStateException("closed")), 1);
            return office.buy("Anna").handle((sold, failure) -> {
                assertThat(failure).hasRootCauseMessage("closed");
                assertThat(office.left()).isEqualTo(1);
                return sold;
            });
        }));
    }

    /** The bank answers both customers from other threads, in any order. */
    private static void sell(Evening.Version version) throws Exception {
        EventLoop.run(loop -> {
            BoxOffice office = version.create(loop, (bank, customer) -> bank.toThread(() -> true), 1);
            return loop.gather(office.buy("Anna"), office.buy("Ben"))
                    .thenAccept(sold -> assertThat(office.left()).isZero());
        });
    }
}
