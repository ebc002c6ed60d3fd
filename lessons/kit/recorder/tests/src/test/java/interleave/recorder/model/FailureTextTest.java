package interleave.recorder.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class FailureTextTest {

    @Test
    void failureTextIsMessageOrClass() {
        assertThat(FailureText.of(new ExecutionException(new IllegalStateException("shut"))))
                .isEqualTo("failed: shut");
        assertThat(FailureText.of(new IllegalStateException())).isEqualTo("failed: IllegalStateException");
        assertThat(FailureText.parse("java.io.IOException")).isEqualTo("failed: IOException");
        assertThat(FailureText.parse("")).isEmpty();
    }
}
