package interleave.course.jvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.course.lessons.CourseException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import javax.management.InstanceNotFoundException;
import org.junit.jupiter.api.Test;

/** The answers of another JVM, and what is said when there is none. */
class AnswerTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final Answer running =
            new Answer(new JavaProcess(ProcessHandle.current().pid()));

    @Test
    void returnsTheAnswer() throws Exception {
        assertThat(running.within(LONG, () -> "tree")).isEqualTo("tree");
    }

    @Test
    void silentProcessIsGivenUp() {
        assertThatThrownBy(() -> running.within(Duration.ofMillis(1), () -> {
                    new CountDownLatch(1).await();
                    return "";
                }))
                .isInstanceOf(CourseException.class)
                .hasMessageContaining("did not answer within");
    }

    @Test
    void lostConnectionIsExplained() {
        assertThatThrownBy(() -> running.within(LONG, () -> {
                    throw new IOException("reset");
                }))
                .isInstanceOf(CourseException.class)
                .hasMessageContaining("Cannot read process")
                .hasMessageContaining("reset");
    }

    @Test
    void processThatHasEndedIsNamed() throws Exception {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();

        assertThatThrownBy(() -> new Answer(new JavaProcess(ended.pid())).within(LONG, () -> {
                    throw new IOException("reset");
                }))
                .hasMessageContaining("Process " + ended.pid() + " has ended.");
    }

    @Test
    void unexpectedAnswerIsExplained() {
        assertThatThrownBy(() -> running.within(LONG, () -> {
                    throw new InstanceNotFoundException("no such bean");
                }))
                .isInstanceOf(CourseException.class)
                .hasMessageContaining("older build");
    }
}
