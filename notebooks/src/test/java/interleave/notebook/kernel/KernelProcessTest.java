package interleave.notebook.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Start and exit of a kernel. No JVM keeps running. */
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class KernelProcessTest {
    private static final String THREADS_THAT_DO_NOT_END = """
        Runnable sleepsForever = () -> {
            while (true) { try { Thread.sleep(1000); } catch (InterruptedException no) {} }
        };
        Thread.ofPlatform().start(sleepsForever);
        Runtime.getRuntime().addShutdownHook(new Thread(sleepsForever));
        IO.println("runs");\
        """;

    @Test
    void exitsOnShutdownRequestDespiteRunningThreads() throws Exception {
        try (var kernel = new JupyterClient("interleave-preview")) {
            assertThat(kernel.run(DeclarationsTest.STRUCTURED_SCOPE).stdout())
                    .as("value of a cell with preview features")
                    .isEqualTo("forked\n");

            assertThat(kernel.run(THREADS_THAT_DO_NOT_END).stdout()).isEqualTo("runs\n");
            kernel.shutDown();
            assertThat(kernel.process().waitFor(5, TimeUnit.MINUTES)).isTrue();
        }
    }

    @Test
    void exitsWhenJupyterDies() throws Exception {
        try (var kernel = JupyterClient.withParent()) {
            assertThat(kernel.run(THREADS_THAT_DO_NOT_END).stdout()).isEqualTo("runs\n");
            ProcessHandle jvm = kernel.process().children().findFirst().orElseThrow();
            kernel.process().destroyForcibly();
            jvm.onExit().get(5, TimeUnit.MINUTES);
            assertThat(jvm.isAlive()).isFalse();
        }
    }
}
