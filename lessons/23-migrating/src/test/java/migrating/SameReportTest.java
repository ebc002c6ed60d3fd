package migrating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import interleave.virtualtime.VirtualRunAssert;
import interleave.virtualtime.VirtualTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import migrating.TestSources.Fault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every step writes the report of the original program, byte for byte, and fails as it does. */
class SameReportTest {

    /** Lines, and the type and message of the exception, without the random part of a folder's name. */
    private record Outcome(List<String> lines, String failure) {}

    private static Outcome outcome(Steps step, int shops, int connections, int faulty, Set<Fault> faults)
            throws Exception {
        var lines = new ArrayList<String>();
        var failure = new String[1];
        var run = VirtualTime.run(() -> {
            try (var sources = new TestSources(shops, connections, faulty, faults)) {
                Throwable thrown = catchThrowable(() -> step.write(sources, lines::add));
                failure[0] = String.valueOf(thrown).replaceAll("\\S*targets\\d+", "");
                assertThat(sources.borrowed()).isZero();
                assertThat(sources.peak()).isBetween(shops == 0 ? 0 : 1, connections);
            }
        });
        VirtualRunAssert.assertThat(run).leftNothingRunning();
        return new Outcome(lines, failure[0]);
    }

    private static Outcome original(int shops, int faulty, Set<Fault> faults) throws Exception {
        return outcome(Steps.SEQUENTIAL, shops, 1, faulty, faults);
    }

    static Stream<Arguments> numbers() {
        return Stream.of(Steps.values())
                .flatMap(step -> Stream.of(
                                new int[] {0, 1},
                                new int[] {1, 1},
                                new int[] {3, 2},
                                new int[] {11, 1},
                                new int[] {40, 10},
                                new int[] {95, 7})
                        .map(numbers -> Arguments.of(step, numbers[0], numbers[1])));
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void reportIsTheSame(Steps step, int shops, int connections) throws Exception {
        var original = original(shops, 0, Set.of());

        assertThat(outcome(step, shops, connections, 0, Set.of())).isEqualTo(original);
        assertThat(original.lines()).hasSize(shops + 1);
    }

    static Stream<Arguments> failures() {
        return Stream.of(Steps.values())
                .flatMap(step -> Stream.of(Fault.values())
                        .flatMap(fault -> Stream.of(1, 4, 9).map(shop -> Arguments.of(step, fault, shop))));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void stopsAtTheSamePlaceWithTheSameException(Steps step, Fault fault, int shop) throws Exception {
        var original = original(9, shop, EnumSet.of(fault));

        assertThat(outcome(step, 9, 2, shop, EnumSet.of(fault))).isEqualTo(original);
        assertThat(original.lines()).hasSize(shop - 1);
        assertThat(original.failure())
                .contains(
                        switch (fault) {
                            case QUERY -> "java.sql.SQLException: no such table";
                            case REQUEST -> "java.io.IOException: no stock of Shop " + shop;
                            case FILE -> "java.nio.file.NoSuchFileException: /shop-" + shop;
                        });
    }

    /** The original program asks the database first, so its exception is the first. */
    @ParameterizedTest
    @EnumSource
    void ofAllFailuresOfAShopTheFirstIsThrown(Steps step) throws Exception {
        assertThat(outcome(step, 4, 2, 2, EnumSet.allOf(Fault.class)))
                .isEqualTo(original(4, 2, EnumSet.of(Fault.QUERY)));
        assertThat(outcome(step, 4, 2, 2, EnumSet.of(Fault.REQUEST, Fault.FILE)))
                .isEqualTo(original(4, 2, EnumSet.of(Fault.REQUEST)));
    }

    @ParameterizedTest
    @EnumSource
    void exceptionOfTheReceiverEndsTheReport(Steps step) throws Exception {
        var run = VirtualTime.run(() -> {
            try (var sources = new TestSources(9, 2)) {
                assertThat(catchThrowable(() -> step.write(sources, line -> {
                            if (line.startsWith("Shop 3")) {
                                throw new IllegalStateException("disk full");
                            }
                        })))
                        .isExactlyInstanceOf(IllegalStateException.class)
                        .hasMessage("disk full");
                assertThat(sources.borrowed()).isZero();
            }
        });

        VirtualRunAssert.assertThat(run).leftNothingRunning();
    }
}
