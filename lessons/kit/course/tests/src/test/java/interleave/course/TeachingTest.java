package interleave.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import interleave.course.lessons.Course;
import interleave.course.lessons.Lesson;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** The page for teachers: its plans fill the time of a class, and its commands can be typed. */
class TeachingTest {
    private static final Course COURSE = Course.at(CommandRun.COURSE);
    private static final int MINUTES_OF_A_CLASS = 90;

    private static final Pattern COMMAND = Pattern.compile("`\\./lesson ([^`]+)`");
    private static final Pattern STEP_OF_A_PLAN = Pattern.compile("(?m)^\\| (\\d+) \\| [^\\[]");
    private static final Pattern LESSON =
            Pattern.compile("(?m)^\\| (\\d\\d) \\| \\[([a-z-]+)]\\(.*?\\) \\| (\\d+) \\| ([\\d, ]*)\\|");

    @ParameterizedTest
    @MethodSource("plans")
    void planFillsClass(String plan) {
        int minutes = STEP_OF_A_PLAN
                .matcher(plan)
                .results()
                .mapToInt(step -> Integer.parseInt(step.group(1)))
                .sum();

        assertThat(minutes).as(plan.lines().findFirst().orElse("")).isEqualTo(MINUTES_OF_A_CLASS);
    }

    @Test
    void thereIsAPlanForOneEveningAndForEachPart() throws IOException {
        assertThat(plans().map(plan -> plan.lines().findFirst().orElseThrow()))
                .containsExactly(
                        "One evening",
                        "Part 1 in 90 minutes",
                        "Part 2 in 90 minutes",
                        "Part 3 in 90 minutes",
                        "Part 4 in 90 minutes");
    }

    @Test
    void tableOfLessonsMatchesTheirDescriptors() throws IOException {
        assertThat(lessons().map(row -> row.group(1) + " " + row.group(2) + " " + row.group(3)))
                .containsExactlyElementsOf(COURSE.lessons().stream()
                        .map(lesson -> lesson.number() + " " + lesson.name() + " " + lesson.minutes())
                        .toList());
    }

    @Test
    void lessonNeedsOnlyEarlierOnes() throws IOException {
        assertThat(lessons()).allSatisfy(row -> {
            String needed = row.group(4).strip();
            assertThat(needed.isEmpty() ? List.<String>of() : List.of(needed.split(", ")))
                    .allSatisfy(earlier -> assertThat(earlier).isLessThan(row.group(1)));
        });
    }

    @ParameterizedTest
    @MethodSource("commands")
    void commandCanBeTyped(String command) {
        assertThatCode(() -> parse(command.split(" "))).doesNotThrowAnyException();
    }

    private static void parse(String... words) {
        CommandLine commands = Main.commandLine();
        commands.setUnmatchedOptionsArePositionalParams(true); // an option of the lesson
        ParseResult parsed = commands.parseArgs(words);
        if (!parsed.hasSubcommand()) {
            Lesson lesson = COURSE.find(words[0]);
            lesson.choose(parsed.matchedOptionValue("--only", List.of()));
            assertThat(List.of(words))
                    .allMatch(word -> !word.startsWith("--") || lesson.service().isPresent() || known(commands, word));
        }
    }

    private static boolean known(CommandLine commands, String option) {
        return option.equals("--") || commands.getCommandSpec().optionsMap().containsKey(option);
    }

    static Stream<String> plans() throws IOException {
        return Stream.of(page().split("\n## "))
                .filter(section -> STEP_OF_A_PLAN.matcher(section).find());
    }

    private static Stream<MatchResult> lessons() throws IOException {
        return LESSON.matcher(page()).results();
    }

    static Stream<String> commands() throws IOException {
        return COMMAND.matcher(page()).results().map(match -> match.group(1)).distinct();
    }

    private static String page() throws IOException {
        return Files.readString(CommandRun.COURSE.resolve("lessons/TEACHING.md"));
    }
}
