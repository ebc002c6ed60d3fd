package migrating.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.virtualtime.SideBySide;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program that a student runs. */
@Timeout(120)
class AllStepsTest {

    @Test
    void printsATimeForEachStepAndComparesTheReports() throws Exception {
        List<String> printed = SideBySide.printedBy(List.<SideBySide.Main>of(AllSteps::main), "8")
                .getFirst();

        assertThat(printed)
                .hasSameSizeAs(Step.values())
                .allSatisfy(line -> assertThat(line).matches("[a-z ]{18} +\\d+ ms, the same report"));
        assertThat(printed.getFirst()).startsWith("sequential");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "many", "1000", "3 4"})
    void rejectsOtherArguments(String words) {
        assertThatThrownBy(() -> AllSteps.main(words.split(" ")))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Unknown arguments '" + words + "'. After --,");
    }
}
