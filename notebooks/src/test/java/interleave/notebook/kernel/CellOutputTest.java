package interleave.notebook.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.notebook.kernel.JupyterClient.Run;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a cell prints, on any thread, and the value that it shows. */
@SharedKernel
class CellOutputTest {
    private final JupyterClient kernel;

    CellOutputTest(JupyterClient kernel) {
        this.kernel = kernel;
    }

    @Test
    void showsValueOfLastExpressionButNotOfDeclaration() {
        assertThat(kernel.run("int a = 2; a + 1").value()).isEqualTo("3");
        assertThat(kernel.run("int[] b = {1, 2};\nb").value()).isEqualTo("int[2] { 1, 2 }");
        assertThat(kernel.run("3 * a; int c = 4;").result()).isEmpty();
        assertThat(kernel.run("(Object) null").result()).isEmpty();
        assertThat(kernel.run("// nothing").status()).isEqualTo("ok");
    }

    @Test
    void showsDisplayRichlyAndAsText() {
        kernel.run("import interleave.notebook.Display;");
        assertThat(kernel.run("Display.svg(\"<svg/>\", \"a picture\")").result())
                .containsEntry("image/svg+xml", "<svg/>")
                .containsEntry("text/plain", "a picture");
        assertThat(kernel.run("Display.html(\"<table></table>\", \"a table\")").result())
                .containsEntry("text/html", "<table></table>");
        assertThat(kernel.run("Display.markdown(\"*so*\")").result()).containsEntry("text/markdown", "*so*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thread.ofPlatform().start(task)",
                "Thread.startVirtualThread(task)",
                "Executors.newVirtualThreadPerTaskExecutor().submit(task)",
                "Executors.newFixedThreadPool(1).submit(task)",
                "Thread.startVirtualThread(() -> Thread.startVirtualThread(task))"
            })
    void outputOfThreadAppearsInTheCellThatStartedItEvenAfterItsEnd(String start) {
        kernel.run("var go = new CountDownLatch(1); var done = new CountDownLatch(1);");
        kernel.run("""
            Runnable task = () -> {
                try {
                    go.await();
                    IO.println("late");
                    System.err.println("wrong");
                    done.countDown();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            };\
            """);
        Run starting = kernel.run("IO.println(\"early\");\n" + start + ";");
        Run other = kernel.run("go.countDown(); done.await(); IO.println(\"other\");");

        kernel.awaitOutput(starting.id(), "late\n");
        assertThat(kernel.printed(starting.id(), "stdout")).isEqualTo("early\nlate\n");
        assertThat(other.stdout()).isEqualTo("other\n");
        assertThat(other.stderr()).isEmpty();
    }

    @Test
    void losesNoLineOfConcurrentThreadsAndKeepsTheOrderWithinThread() {
        Run run = kernel.run("""
            try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
                for (String name : List.of("a", "b", "c", "d")) {
                    pool.submit(() -> {
                        for (int i = 0; i < 500; i++) {
                            IO.println(name + i);
                        }
                    });
                }
            }\
            """);

        for (String name : new String[] {"a", "b", "c", "d"}) {
            assertThat(run.stdout().lines().filter(line -> line.startsWith(name)))
                    .containsExactlyElementsOf(
                            IntStream.range(0, 500).mapToObj(i -> name + i).toList());
        }
    }

    @Test
    void deliversStdoutAndStderrSeparatelyAndIncompleteLines() {
        assertThat(kernel.run("IO.print(\"5 4 3 \"); IO.print(\"\\u00fc\");").stdout())
                .isEqualTo("5 4 3 \u00fc");
        Run run = kernel.run("System.err.println(\"failed\"); IO.println(\"went on\");");
        assertThat(run.stderr()).isEqualTo("failed\n");
        assertThat(run.stdout()).isEqualTo("went on\n");
    }

    @Test
    void joinsBytesOfCharacterThatAreWrittenSeparately() {
        String half = "System.out.write(0xC3); System.out.flush();";
        String rest = "System.out.write(0xA9); System.out.flush();";
        assertThat(kernel.run(half + rest).stdout()).isEqualTo("\u00e9");

        String parts = kernel.begin("IO.print(\"<\");" + half + "IO.readln();" + rest + "IO.print(\">\");");
        kernel.type(parts, "");
        assertThat(kernel.await(parts).stdout()).as("sent in two messages").isEqualTo("<\u00e9>");

        Run run = kernel.run("System.out.write(0xF0); System.out.write(0x9F); System.err.print(\"!\");"
                + "System.out.write(0x8D); System.out.write(0xB5); System.out.flush();");
        assertThat(run.stdout()).as("standard error between").isEqualTo("\uD83C\uDF75");
        assertThat(run.stderr()).isEqualTo("!");
    }

    @Test
    void replacesBytesThatAreNoCharacter() {
        assertThat(kernel.run("System.out.write(0xC3); IO.print(\"x\");").stdout())
                .isEqualTo("\uFFFDx");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "System.out.close();",
                "System.err.close();",
                "try (var out = new PrintWriter(System.out)) { out.println(\"text\"); }",
                "System.in.close();",
                "new Scanner(System.in).close();",
                "try (var in = new BufferedReader(new InputStreamReader(System.in))) {}"
            })
    void closedStandardStreamsStayOpenForLaterCells(String closing) {
        assertThat(kernel.run(closing).status()).isEqualTo("ok");

        assertThat(kernel.run("IO.println(\"out\");").stdout()).isEqualTo("out\n");
        assertThat(kernel.run("System.err.println(\"err\");").stderr()).isEqualTo("err\n");
        String reading = kernel.begin("IO.readln() + new Scanner(System.in).nextLine()");
        kernel.type(reading, "a");
        kernel.type(reading, "b");
        assertThat(kernel.await(reading).value()).isEqualTo("ab");
    }
}
