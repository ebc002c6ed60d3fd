package migrating;

import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.virtualtime.VirtualRunAssert;
import interleave.virtualtime.VirtualTime;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import migrating.TestSources.Fault;
import org.junit.jupiter.api.Test;

/**
 * A characterization test: it pins what the original program does, right or wrong, before anything is changed. It was
 * written by running the program and copying its output.
 */
class OriginalReportTest {

    @Test
    void writesThisReport() throws Exception {
        var lines = new ArrayList<String>();
        var run = VirtualTime.run(() -> {
            try (var sources = new TestSources(3, 10)) {
                new Sequential().write(sources.sources(), Steps.CURRENCY, lines::add);
            }
        });

        assertThat(lines)
                .containsExactly(
                        "Shop 1, Aarau: 4 orders, CHF 829.66, 36 in stock, 41 % of target",
                        "Shop 2, Arbon: 6 orders, CHF 2,003.37, 27 in stock, 200 % of target",
                        "Shop 3, Baden: 3 orders, CHF 1,026.45, 18 in stock, 46 % of target",
                        "Total: 13 orders, CHF 3,859.48");
        VirtualRunAssert.assertThat(run).took(ofMillis(3 * 320)).leftNothingRunning();
    }

    @Test
    void reportOfFortyShopsHasThisChecksum() throws Exception {
        var run = VirtualTime.run(() -> Sequential.main(new String[0]));

        assertThat(run.output()).last().asString().startsWith("41 lines, checksum 2f3cf410;");
    }

    @Test
    void reportWithoutShopsIsATotalOfNothing() throws Exception {
        var lines = new ArrayList<String>();
        VirtualTime.run(() -> {
            try (var sources = new TestSources(0, 1)) {
                new Sequential().write(sources.sources(), Steps.CURRENCY, lines::add);
            }
        });

        assertThat(lines).containsExactly("Total: 0 orders, CHF 0.00");
    }

    /** The report stops at that shop: lines before it are written, and no later shop is queried. */
    @Test
    void stopsAtTheFirstShopThatFails() throws Exception {
        var lines = new ArrayList<String>();
        var run = VirtualTime.run(() -> {
            try (var sources = new TestSources(5, 10, 3, EnumSet.of(Fault.REQUEST))) {
                assertThatThrownBy(() -> new Sequential().write(sources.sources(), Steps.CURRENCY, lines::add))
                        .isExactlyInstanceOf(IOException.class)
                        .hasMessage("no stock of Shop 3, Baden: the server responded \"closed\"");
                assertThat(sources.borrowed()).isZero();
            }
        });

        assertThat(lines).hasSize(2).allSatisfy(line -> assertThat(line).startsWith("Shop "));
        VirtualRunAssert.assertThat(run).took(ofMillis(2 * 320 + 300));
    }

    @Test
    void forgetsTheCurrencyOfItsThread() throws Exception {
        VirtualTime.run(() -> {
            try (var sources = new TestSources(1, 1)) {
                new Sequential().write(sources.sources(), Steps.CURRENCY, line -> {});
            }
            assertThat(Money.text(100)).isEqualTo("EUR 1.00");
        });
    }
}
