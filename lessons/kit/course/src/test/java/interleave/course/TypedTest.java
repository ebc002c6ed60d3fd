package interleave.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TypedTest {

    @Test
    void theCommandDoesTheSameAgain() {
        assertThat(new Typed("greet", false, List.of(), List.of()).command()).isEqualTo("./lesson greet");
        assertThat(new Typed("greet", true, List.of("sequential", "event-loop"), List.of("it's", "2")).command())
                .isEqualTo("./lesson greet --instant --only sequential,event-loop -- 'it'\\''s' 2");
    }

    @Test
    void otherArgumentsMakeAnotherFile() {
        assertThat(new Typed("greet", true, List.of(), List.of()).fileName()).isEqualTo("greet");
        assertThat(new Typed("greet", true, List.of(), List.of("failure", "../x y")).fileName())
                .isEqualTo("greet-failure-..-x-y");
        assertThat(new Typed("greet", true, List.of(), List.of("x".repeat(300))).fileName())
                .hasSize(80);
    }

    @Test
    void aPasswordIsNotTold() {
        var typed = new Typed("context-manager", false, List.of(), List.of("postgresql://me:secret@localhost/test"));

        assertThat(typed.command()).endsWith("-- postgresql://me:...@localhost/test");
        assertThat(typed.fileName()).doesNotContain("secret");
    }
}
