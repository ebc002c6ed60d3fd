package interleave.course.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RunOptionsTest {

    @Test
    void commandRepeatsTheRun() {
        assertThat(new RunOptions("greet", false, List.of(), List.of()).command())
                .isEqualTo("./lesson greet");
        assertThat(new RunOptions("greet", true, List.of("sequential", "event-loop"), List.of("it's", "2")).command())
                .isEqualTo("./lesson greet --instant --only sequential,event-loop -- 'it'\\''s' 2");
    }

    @Test
    void otherArgumentsMakeAnotherFile() {
        assertThat(new RunOptions("greet", true, List.of(), List.of()).fileName())
                .isEqualTo("greet");
        assertThat(new RunOptions("greet", true, List.of(), List.of("failure", "../x y")).fileName())
                .isEqualTo("greet-failure-..-x-y");
        assertThat(new RunOptions("greet", true, List.of(), List.of("x".repeat(300))).fileName())
                .hasSize(80);
    }

    @Test
    void passwordIsRemoved() {
        var typed =
                new RunOptions("context-manager", false, List.of(), List.of("postgresql://me:secret@localhost/test"));

        assertThat(typed.command()).endsWith("-- postgresql://me:...@localhost/test");
        assertThat(typed.fileName()).doesNotContain("secret");
    }
}
