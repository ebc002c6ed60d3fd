package interleave.notebook.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.notebook.kernel.JupyterClient.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What ends a cell, but not the kernel: an interrupt, and {@code System.exit}. */
@SharedKernel
class InterruptAndExitTest {
    private final JupyterClient kernel;

    InterruptAndExitTest(JupyterClient kernel) {
        this.kernel = kernel;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thread.sleep(java.time.Duration.ofHours(1));",
                "while (true) {}",
                "for (int i = 0; ; i++) {}",
                "new CountDownLatch(1).await();",
                "synchronized (this_lock) { this_lock.wait(); }",
                "new LinkedBlockingQueue<String>().take();",
                "Stream.iterate(1, x -> x + 1).forEach(x -> {});",
                "while (true) IO.println(\"again and again\");",
                "IO.readln();",
                "new Scanner(System.in).nextLine();",
                "try (var pool = Executors.newVirtualThreadPerTaskExecutor()) { pool.submit(() -> {"
                        + " Thread.sleep(3600_000); return 1; }); }",
                "new greet.WithThreadPool(1).greetAll(List.of(\"Alice\"), java.time.Duration.ofHours(1));",
                "new greet.WithEventLoop().greetAll(List.of(\"Alice\"), java.time.Duration.ofHours(1));"
            })
    void interruptStopsCell(String waiting) {
        kernel.run("Object this_lock = new Object();");
        String cell = kernel.begin("{ IO.println(\"begins\"); " + waiting + " }");
        kernel.awaitOutput(cell, "begins");
        kernel.interrupt();

        Run run = kernel.await(cell);
        assertThat(run.error()).containsExactly("The cell was stopped.");
        assertThat(run.status()).isEqualTo("error");
    }

    @Test
    void interruptAbandonsCellThatDoesNotReact() {
        String cell = kernel.begin("{ IO.println(\"begins\"); new CompletableFuture<String>().join(); }");
        kernel.awaitOutput(cell, "begins");
        kernel.interrupt();

        assertThat(kernel.await(cell).error()).hasSize(2).first().asString().contains("does not react");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "System.exit(3);",
                "Runtime.getRuntime().exit(3);",
                "Runtime.getRuntime().halt(3);",
                "IntConsumer end = System::exit; end.accept(3);",
                "IntConsumer end = Runtime.getRuntime()::halt; end.accept(3);",
                "BiConsumer<Runtime, Integer> end = Runtime::exit; end.accept(Runtime.getRuntime(), 3);",
                "class Menu { static void choose() { System.exit(3); } } Menu.choose();",
                "try { System.exit(3); } catch (Exception caught) { IO.println(\"printed\"); }",
                "Thread.ofPlatform().start(() -> System.exit(3)).join(); Thread.sleep(3600_000);",
                "Thread.startVirtualThread(() -> System.exit(3)); while (true) {}"
            })
    void exitEndsTheCellButNotTheKernel(String exiting) {
        kernel.run("int kept = 1;");
        Run run = kernel.run("{ " + exiting + " }\nIO.println(\"printed\");");

        assertThat(run.status()).isEqualTo("error");
        assertThat(run.stdout()).isEmpty();
        assertThat(run.error())
                .containsExactly(
                        "The cell called System.exit(3), which ends only this cell.",
                        "The kernel still runs, and all variables are kept. To end it, choose Kernel, Shut Down.");
        assertThat(kernel.run("kept").value()).isEqualTo("1");
    }

    @Test
    void exitOfThreadAfterItsCellEndsOnlyTheThread() {
        kernel.run("var exits = new CountDownLatch(1);");
        Run run = kernel.run(
                "var exiting = Thread.ofPlatform().start(() -> { try { exits.await(); } catch (InterruptedException e)"
                        + " {} System.exit(0); });");
        kernel.run("Thread.ofPlatform().start(() -> { try { Thread.sleep(10); } catch (InterruptedException e) {}"
                + " exits.countDown(); });");

        kernel.awaitError(run.id(), "System.exit(0)");
        assertThat(kernel.run("exiting.join(); exiting.isAlive()").value()).isEqualTo("false");
    }
}
