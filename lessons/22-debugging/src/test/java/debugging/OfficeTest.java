package debugging;

import static interleave.virtualtime.VirtualRunAssert.assertThat;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import debugging.office.HangingOffice;
import debugging.office.RepairedOffice;
import interleave.virtualtime.Stuck;
import interleave.virtualtime.VirtualTime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The box office, in virtual time. */
class OfficeTest {

    @ParameterizedTest
    @ValueSource(strings = {"virtual", "platform", "unnamed"})
    void clerkHoldsTheLockAndWaitsForThePrinterThatNeedsIt(String threads) {
        var stuck = catchThrowable(() -> VirtualTime.run(() -> new HangingOffice().open("12", threads)));

        assertThat(stuck)
                .isInstanceOf(Stuck.class)
                .hasMessageContaining("at 0.9 s of virtual time")
                .hasMessageContaining(
                        "waits for a ReentrantLock, held by " + (threads.equals("unnamed") ? "" : "clerk-3"))
                .hasMessageContaining("HangingOffice.printed")
                .hasMessageContaining("Printer.add");
    }

    /** Its tests had few customers. */
    @Test
    void endsAsLongAsTheTrayIsLargeEnough() throws Exception {
        assertThat(VirtualTime.run(() -> new HangingOffice().open("6")))
                .took(ofMillis(2_100))
                .leftNothingRunning();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 6, 12, 100})
    void repairedOfficePrintsATicketForEachSeatOnce(int customers) throws Exception {
        var office = new RepairedOffice();

        var run = VirtualTime.run(() -> office.open(String.valueOf(customers)));

        assertThat(run).leftNothingRunning();
        assertThat(run.output())
                .hasSize(customers + 1)
                .endsWith("Closed: " + customers + " seats sold, " + customers + " tickets printed");
        assertThat(office.soldSeats())
                .isEqualTo(IntStream.rangeClosed(1, customers).boxed().toList());
    }

    @Test
    void repairedOfficeTakesAsLongAsItsPrinter() throws Exception {
        assertThat(VirtualTime.run(() -> new RepairedOffice().open())).took(ofMillis(4_100));
    }

    @Test
    void repairedOfficeHangsUnderNoSchedule() {
        VirtualTime.explore(200, () -> new RepairedOffice().open("12"));
    }

    /** The page says so: the order of the tickets is the price of the repair. */
    @Test
    void ticketsOfTheRepairedOfficeMayBePrintedInAnotherOrder() throws Exception {
        assertThat(IntStream.range(0, 200).mapToObj(OfficeTest::ticketsUnderSchedule))
                .anySatisfy(tickets -> assertThat(tickets)
                        .isNotEqualTo(tickets.stream().sorted().toList()));
    }

    private static List<Integer> ticketsUnderSchedule(int seed) {
        try {
            return new VirtualTime()
                    .seed(seed).start(() -> new RepairedOffice().open("12")).output().stream()
                            .filter(line -> line.startsWith("Seat "))
                            .map(line -> Integer.valueOf(line.split("\\D+")[1]))
                            .toList();
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }
}
