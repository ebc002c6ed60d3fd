package claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.virtualtime.SideBySide;
import interleave.virtualtime.SideBySide.Main;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** Programs that run concurrently in real time, each with its own output. */
@ResourceLock(Resources.SYSTEM_OUT)
class SideBySideTest {
    @Test
    void returnsLinesOfEachMain() throws Exception {
        var both = new CyclicBarrier(2);
        Main main = words -> {
            both.await();
            IO.print(words[0]);
            both.await();
            IO.println(", " + words[1]);
        };

        assertThat(SideBySide.printedBy(List.of(main, main), "one", "two"))
                .containsExactly(List.of("one, two"), List.of("one, two"));
    }

    @Test
    void throwsExceptionOfMainAndRestoresOutput() {
        PrintStream out = System.out;

        assertThatThrownBy(() -> SideBySide.printedBy(List.<Main>of(words -> {
                    throw new IllegalStateException("broken");
                })))
                .isInstanceOf(ExecutionException.class)
                .hasMessageContaining("broken");
        assertThat(System.out).isSameAs(out);
    }
}
