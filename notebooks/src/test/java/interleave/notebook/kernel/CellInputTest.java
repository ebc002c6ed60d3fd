package interleave.notebook.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.notebook.kernel.JupyterClient.Run;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** Cells that read what a student types. */
@SharedKernel
class CellInputTest {
    private final JupyterClient kernel;

    CellInputTest(JupyterClient kernel) {
        this.kernel = kernel;
    }

    @Test
    void cellReadsTypedInput() {
        String cell = kernel.begin("String name = IO.readln(\"Who? \"); name + \"!\"");
        kernel.type(cell, "Zo\u00eb");
        Run run = kernel.await(cell);
        assertThat(run.value()).isEqualTo("Zo\u00eb!");
        assertThat(run.stdout()).isEqualTo("Who? ");

        String next =
                kernel.begin("int a = Integer.parseInt(IO.readln()); int b = Integer.parseInt(IO.readln()); a * b");
        kernel.type(next, "6");
        kernel.type(next, "7");
        assertThat(kernel.await(next).value()).isEqualTo("42");
    }

    @Test
    void publishesOutputBeforeItRequestsInput() {
        String cell = kernel.begin("""
            for (int i = 0; i < 5; i++) {
                IO.println("got " + IO.readln("Number " + i + "? "));
            }\
            """);
        var questions = new ArrayList<Instant>();
        for (int i = 0; i < 5; i++) {
            questions.add(kernel.awaitQuestion(cell));
            kernel.answer("x");
        }
        kernel.await(cell);
        for (int i = 0; i < 5; i++) {
            assertThat(kernel.dateOfOutput(cell, "Number " + i + "? ")).isBeforeOrEqualTo(questions.get(i));
        }
    }

    @Test
    void interruptedReadDoesNotConsumeTheNextAnswer() {
        String given = kernel.begin("IO.readln()");
        kernel.awaitQuestion(given);
        kernel.interrupt();
        assertThat(kernel.await(given).error()).containsExactly("The cell was stopped.");

        String next = kernel.begin("IO.readln()");
        kernel.type(next, "the answer");
        assertThat(kernel.await(next).value()).isEqualTo("the answer");
    }
}
