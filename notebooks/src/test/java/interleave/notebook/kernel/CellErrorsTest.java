package interleave.notebook.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.notebook.kernel.JupyterClient.Run;
import org.junit.jupiter.api.Test;

/** What a cell shows when its code does not compile, or throws an exception. */
@SharedKernel
class CellErrorsTest {
    private final JupyterClient kernel;

    CellErrorsTest(JupyterClient kernel) {
        this.kernel = kernel;
    }

    @Test
    void compileErrorNamesLineAndColumn() {
        assertThat(kernel.run("int a = 1;\n\nint b = a + unknown;").error())
                .containsExactly(
                        "line 3: cannot find symbol: variable unknown",
                        "    int b = a + unknown;",
                        "                ^^^^^^^");
        assertThat(kernel.run("IO.println(\"x\"").error())
                .hasSizeLessThanOrEqualTo(5)
                .first()
                .asString()
                .startsWith("line 1: ");
        assertThat(kernel.run("class Late { Later later; }").error())
                .containsExactly(
                        "line 1: Late refers to names that are not declared: class Later",
                        "If another cell declares it, run that cell first.");
    }

    @Test
    void exceptionTakesAtMostFiveLinesAndNamesLineOfCell() {
        Run run = kernel.run("""
            IO.println("before");
            int[] a = {1};
            a[3]\
            """);
        assertThat(run.stdout()).isEqualTo("before\n");
        assertThat(run.error())
                .containsExactly(
                        "ArrayIndexOutOfBoundsException: Index 3 out of bounds for length 1", "at line 3: a[3]");

        Run wrapped = kernel.run("""
            try (var pool = Executors.newFixedThreadPool(1)) {
                pool.submit(() -> Integer.parseInt("x")).get();
            }\
            """);
        assertThat(wrapped.error())
                .hasSizeLessThanOrEqualTo(5)
                .contains(
                        "caused by NumberFormatException: For input string: \"x\"",
                        "at line 2: pool.submit(() -> Integer.parseInt(\"x\")).get();");

        kernel.run("void failing() {\n    throw new IllegalStateException();\n}");
        assertThat(kernel.run("void calling() {\n    failing();\n}\n\ncalling();")
                        .error())
                .containsExactly(
                        "IllegalStateException",
                        "at failing (line 2 of another cell)",
                        "at line 2: failing();",
                        "at line 5: calling();");
    }

    @Test
    void exceptionOfLessonNamesLineOfLesson() {
        Run run = kernel.run("new countdown.Countdown(\"Countdown\", -1)");
        assertThat(run.error())
                .hasSizeLessThanOrEqualTo(5)
                .first()
                .asString()
                .isEqualTo("IllegalArgumentException: Countdown cannot start from -1. Use 0 or more.");
        assertThat(run.error()).anyMatch(line -> line.startsWith("at countdown.Countdown (Countdown.java:"));
    }

    @Test
    void uncaughtExceptionIsPrintedInItsCell() {
        Run run = kernel.run(
                "var t = Thread.ofPlatform().start(() -> { throw new IllegalStateException(\"lost\"); }); t.join();");
        assertThat(run.stderr()).contains("lost");
    }
}
