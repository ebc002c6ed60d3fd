package migrating;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.virtualtime.VirtualTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The mistakes of the lesson, each of which writes another report than the original program. */
class WrongVersionsTest {

    private static final String TOTAL = "Total: 160 orders, CHF 41,983.20";

    private static List<String> printed(MorningReport version, String... words) throws Exception {
        return VirtualTime.run(() -> Example.of(words).run(version)).output();
    }

    /** Without the waits, which differ. */
    private static List<String> report(MorningReport version, String... words) throws Exception {
        return printed(version, words).stream()
                .map(line -> line.replaceFirst("; waited.*", ""))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"uneven", "moved", "computing"})
    void originalWritesTheSameReportWhateverHappens(String kind) throws Exception {
        assertThat(report(new Sequential(), kind)).isEqualTo(report(new Sequential()));
    }

    @Test
    void linesInOrderOfCompletionAreInAnotherOrder() throws Exception {
        assertThat(report(new AsTheyFinish(), "uneven"))
                .contains(TOTAL)
                .element(1)
                .asString()
                .startsWith("Shop 3");
    }

    @Test
    void skippedFailureMakesTheTotalTooSmall() throws Exception {
        assertThat(report(new FailureSkipped(), "broken"))
                .contains("Total: 155 orders, CHF 40,002.98")
                .noneMatch(line -> line.startsWith("Failed"))
                .last()
                .asString()
                .startsWith("39 lines");
    }

    /** Only the total is formatted on the thread that has the currency. */
    @Test
    void lostThreadLocalChangesTheCurrency() throws Exception {
        assertThat(report(new LostContext()))
                .contains(TOTAL)
                .first()
                .asString()
                .startsWith("Shop 1, Aarau: 4 orders, EUR 829.66");
    }

    @Test
    void orderThatIsMovedIsCountedTwice() throws Exception {
        assertThat(report(new TransactionPerShop())).contains(TOTAL);
        assertThat(report(new TransactionPerShop(), "moved")).contains("Total: 161 orders, CHF 42,483.20");
    }

    @Test
    void sharedBufferMixesUpTheTargets() throws Exception {
        assertThat(report(new SharedBuffer())).contains(TOTAL).isNotEqualTo(report(new Sequential()));
        assertThat(report(new SharedBuffer(), "1")).as("with one shop").isEqualTo(report(new Sequential(), "1"));
    }

    @Test
    void cutOffReplacesTheCommonTransaction() throws Exception {
        for (var step : new MorningReport[] {new WithVirtualThreads(), new PartsAtOnce(), new WithEventLoop()}) {
            assertThat(report(step, "moved")).isEqualTo(report(new Sequential()));
        }
    }
}
