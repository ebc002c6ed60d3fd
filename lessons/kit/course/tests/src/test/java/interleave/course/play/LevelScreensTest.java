package interleave.course.play;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.course.lessons.Level;
import interleave.course.play.replay.PlayedThread;
import interleave.course.play.view.FullScreenView;
import interleave.course.play.view.PlayPage;
import interleave.course.play.view.PlayView;
import interleave.course.terminal.Keys;
import interleave.course.terminal.Screen;
import interleave.practice.exercises.Workspace;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each screen of each level fits into 80 columns and 24 rows, and no line that is executed next is cut. */
@Isolated("a replay diverges if other tests load classes at the same time")
class LevelScreensTest {
    @TempDir
    Path practice;

    private PlayPage page;
    private String screen = "";

    /** Draws each page, and checks it. */
    private final PlayView view = new PlayView() {
        @Override
        public void begin(PlayPage first) {}

        @Override
        public void show(PlayPage shown) {
            page = shown;
            screen = drawn(shown);
            assertFits();
        }

        @Override
        public void answer(PlayPage shown) {
            show(shown);
        }

        @Override
        public void busy(String what) {}

        @Override
        public String legend() {
            return new FullScreenView(Screen.plain()).legend();
        }
    };

    @ParameterizedTest
    @MethodSource("interleave.course.play.LosingSchedules#quickLevels")
    void levelAndCureAreShownWhole(Level level) throws Exception {
        var losing = new ArrayDeque<>(LosingSchedules.of(level).orElseThrow());
        var afterWin = new ArrayDeque<>(List.of('?', 'x', 'c'));
        var afterCure = new ArrayDeque<>(List.of('?', 'x'));

        play(level, () -> {
            if (!losing.isEmpty()) {
                return digit(losing.remove());
            }
            if (!afterWin.isEmpty()) {
                assertExplains(level.why(), afterWin.size() != 2);
                return afterWin.remove();
            }
            if (!page.position().choices().isEmpty()) {
                return digit(page.position().choices().getFirst().name());
            }
            assertExplains(level.remedy(), afterCure.size() != 1);
            return afterCure.isEmpty() ? Keys.END : afterCure.remove();
        });

        assertThat(losing).isEmpty();
        assertThat(afterCure).isEmpty();
    }

    @Tag("slow")
    @Test
    void longestLevelAndItsCureAreShownWhole() throws Exception {
        levelAndCureAreShownWhole(LosingSchedules.longest());
    }

    private void play(Level level, PlaySession.KeySource keys) throws Exception {
        new LevelSession(LosingSchedules.LEVELS, level, Workspace.at(practice).progress(), view, keys).run();
    }

    private char digit(String thread) {
        List<String> names =
                page.position().threads().stream().map(PlayedThread::name).toList();
        return Character.forDigit(names.indexOf(thread) + 1, 10);
    }

    private void assertExplains(String why, boolean expected) {
        assertThat(words(screen).contains(why)).as(screen).isEqualTo(expected);
    }

    private void assertFits() {
        assertThat(screen.lines().count()).as(screen).isLessThan(24);
        assertThat(screen.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        for (PlayedThread thread : page.position().threads()) {
            if (!thread.hasEnded() && thread.line() > 0) {
                assertThat(screen)
                        .contains(page.source().lines().get(thread.line() - 1).strip());
            }
            assertThat(thread.readValues()).as(screen).allMatch(screen::contains);
        }
    }

    private static String drawn(PlayPage page) {
        var written = new ByteArrayOutputStream();
        var out = new PrintStream(written, true, StandardCharsets.UTF_8);
        new FullScreenView(new Screen(out, 80, false)).show(page);
        return written.toString(StandardCharsets.UTF_8);
    }

    private static String words(String text) {
        return String.join(" ", text.split("\\s+"));
    }
}
