package debugging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The commands of README.md, with the output that it shows for them.
 *
 * <p>A block begins with a fence of the kind {@code console}. Its lines that begin with a dollar sign are commands. A
 * line of three dots stands for omitted lines. If the comment {@code numbers vary} is above it, its numbers are those
 * of one run.
 */
final class ConsolePage {
    private static final Pattern SECTION = Pattern.compile("(?m)^## (.+)$");
    private static final Pattern BLOCK =
            Pattern.compile("(<!-- numbers vary -->\n)?```console\n(.*?)```", Pattern.DOTALL);

    /** The blocks below a heading. */
    record Section(String heading, List<Block> blocks) {
        @Override
        public String toString() {
            return heading;
        }
    }

    /** Commands that belong together, and can be repeated together. */
    record Block(boolean numbersVary, List<Step> steps) {
        boolean startsProgram() {
            return steps.getFirst().command().startsWith("java ");
        }
    }

    /** A command, and the parts of its output between lines of three dots. */
    record Step(String command, List<String> shown) {}

    private ConsolePage() {}

    /** Returns the sections that have commands. */
    static List<Section> sections() throws IOException {
        String page = Files.readString(Path.of("README.md"));
        var sections = new ArrayList<Section>();
        for (String section : page.split("(?m)^(?=## )")) {
            var heading = SECTION.matcher(section);
            List<Block> blocks = BLOCK.matcher(section)
                    .results()
                    .map(block -> new Block(block.group(1) != null, steps(block.group(2))))
                    .toList();
            if (heading.find() && !blocks.isEmpty()) {
                sections.add(new Section(heading.group(1), blocks));
            }
        }
        return sections;
    }

    private static List<Step> steps(String block) {
        return Pattern.compile("(?m)^\\$ ")
                .splitAsStream(block)
                .filter(step -> !step.isBlank())
                .map(ConsolePage::step)
                .toList();
    }

    private static Step step(String text) {
        int end = text.indexOf('\n');
        List<String> shown = Pattern.compile("(?m)^\\.\\.\\.$")
                .splitAsStream(text.substring(end + 1))
                .filter(part -> !part.isBlank())
                .toList();
        return new Step(text.substring(0, end), shown);
    }
}
