package debugging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import debugging.ConsolePage.Block;
import debugging.ConsolePage.Section;
import debugging.ConsolePage.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs each command of README.md against a real program, and finds the output that the page shows. A block is repeated
 * until its output is complete, because a program needs a moment until it hangs.
 */
class PageTest {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    private Optional<Program> program = Optional.empty();

    static List<Section> sections() throws IOException {
        return ConsolePage.sections();
    }

    @AfterEach
    void end() {
        program.ifPresent(Program::close);
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("sections")
    void commandsPrintWhatThePageShows(Section section) throws Exception {
        assumeThat(Runtime.version().feature())
                .as("dumps differ from release to release")
                .isEqualTo(25);
        for (Block block : section.blocks()) {
            if (block.startsProgram()) {
                end();
                program = Optional.of(
                        Program.start(folder, block.steps().getFirst().command()));
            }
            await(block.toString()).atMost(LIMIT).untilAsserted(() -> {
                for (Step step : block.steps()) {
                    String output = output(step, block);
                    assertThat(Shown.missing(output, step.shown(), block.numbersVary()))
                            .as(output)
                            .isEmpty();
                }
            });
        }
    }

    @Test
    void pageFindsEachOfTheThreePrograms() throws Exception {
        assertThat(sections())
                .extracting(Section::heading)
                .contains("It hangs", "It is slow", "It leaks", "What the tools do not show");
    }

    private String output(Step step, Block block) throws Exception {
        Program running = program.orElseThrow();
        return block.startsProgram() ? running.output() : running.run(step.command());
    }
}
