package interleave.course.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class TypedCommandTest {
    @BeforeEach
    void startedFromAnotherFolder() {
        System.setProperty("interleave.command", "/home/ann/my course/lesson");
    }

    @AfterEach
    void forget() {
        System.clearProperty("interleave.command");
    }

    @Test
    void everyLineOnTheScreenNamesTheTypedCommand() {
        assertThat(printed(screen -> screen.line("Type ./lesson next")))
                .isEqualTo("Type '/home/ann/my course/lesson' next\n");
        assertThat(printed(screen -> screen.item("Next: ", "./lesson quiz")))
                .isEqualTo("Next: '/home/ann/my course/lesson' quiz\n");
        assertThat(printed(screen -> screen.paragraph("Type ./lesson or wait for it")))
                .isEqualTo("Type '/home/ann/my course/lesson' or\nwait for it\n");
        assertThat(printed(screen -> screen.title("See ./lesson", "1 min"))).startsWith("See '/home/ann/my");
    }

    @Test
    void helpNamesTheTypedCommand() {
        var out = new ByteArrayOutputStream();
        TypedCommand.writer(out, StandardCharsets.UTF_8).println("Usage: ./lesson COMMAND");

        assertThat(out).hasToString("Usage: '/home/ann/my course/lesson' COMMAND" + System.lineSeparator());
    }

    @Test
    void dropsQuotesAroundAQuotedCommand() {
        assertThat(TypedCommand.in("'./lesson list' or './lesson': it's all"))
                .isEqualTo("'/home/ann/my course/lesson' list or '/home/ann/my course/lesson': it's all");
    }

    @Test
    void pageNamesTheTypedCommandAsText() {
        System.setProperty("interleave.command", "/home/ann & bob/lesson");

        assertThat(TypedCommand.inPage("<code>./lesson next</code>"))
                .isEqualTo("<code>'/home/ann &amp; bob/lesson' next</code>");
    }

    @Test
    void namesJarThatWasStarted() {
        assertThat(typed("course.jar")).isEqualTo("java -jar course.jar");
        assertThat(typed("../my course/course.jar")).isEqualTo("java -jar '../my course/course.jar'");
    }

    @Test
    void namesLauncherInAnIdeAndInTests() {
        assertThat(typed("classes" + File.pathSeparator + "course.jar")).isEqualTo("./lesson");
        assertThat(typed("classes")).isEqualTo("./lesson");
    }

    @Test
    void quotesWhatTheShellWouldSplit() {
        assertThat(TypedCommand.typed(Optional.of("./lesson"), "", false)).isEqualTo("./lesson");
        assertThat(TypedCommand.typed(Optional.of("/ann's/lesson"), "", false)).isEqualTo("'/ann'\\''s/lesson'");
        assertThat(TypedCommand.typed(Optional.of("lesson.cmd"), "", true)).isEqualTo("lesson.cmd");
        assertThat(TypedCommand.typed(Optional.of("C:\\my course\\lesson"), "", true))
                .isEqualTo("\"C:\\my course\\lesson\"");
    }

    private static String typed(String classPath) {
        return TypedCommand.typed(Optional.empty(), classPath, false);
    }

    private static String printed(Consumer<Screen> printing) {
        var bytes = new ByteArrayOutputStream();
        printing.accept(new Screen(new PrintStream(bytes, true, StandardCharsets.UTF_8), 40, false));
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
