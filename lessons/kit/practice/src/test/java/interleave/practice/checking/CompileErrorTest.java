package interleave.practice.checking;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.practice.judging.Explanation;
import interleave.practice.judging.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A compile error is shown with its line, a caret, and a tip. */
class CompileErrorTest {
    private static Examiner examiner;

    @TempDir
    Path folder;

    @BeforeAll
    static void startCompiler() {
        examiner = new Examiner(new UncaughtExceptions(), new ErrorOutput());
    }

    @AfterAll
    static void endCompiler() throws IOException {
        examiner.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "bread.join();                 | bread.join()                | ';' expected                           "
                        + " | semicolon",
                "bread.join();                 | braed.join();               | cannot find symbol: variable braed     "
                        + " | spelt",
                "() -> errand(\"bread\")       | () -> Thread.sleep(2000)    | unreported exception                   "
                        + " | Callable",
                "bread.join();                 | java.util.stream.Stream.of(milk).map(one ->"
                        + " one.join(ofSeconds(1))).toList(); | unreported exception | This lambda must not throw",
                "throws Exception {            | {                           | unreported exception                   "
                        + " | 'throws'",
                "var milk =                    | int milk =                  | incompatible types                     "
                        + " | another type",
                "bread.join();                 | bread.join(\"now\");        | no suitable method                     "
                        + " | Compare the arguments",
                "bread.join();                 | return; bread.join();       | unreachable statement                  "
                        + " | comes before it",
                "bread.join();                 | int n; IO.println(n);       | might not have been initialized        "
                        + " | Give it one",
                "bread.join();                 | var milk = 1;               | already defined                        "
                        + " | another name",
                "bread.join();                 | bread;                      | not a statement                        "
                        + " | does nothing",
                "errand(\"milk\")              | errand(\"milk)               | unclosed string literal               "
                        + "  | quotation mark",
                "static void runAll            | static int runAll           | missing return statement               "
                        + " | return null",
                "bread.join();                 | int i = 0; i++; Runnable r = () -> IO.println(i); | effectively final"
                        + " | never changes",
                "import static java.time.Duration.ofSeconds; | import java.utils.List; | package java.utils does not"
                        + " exist | import spelt correctly"
            })
    void commonErrorHasItsTip(String right, String wrong, String message, String tip) throws Exception {
        Explanation explanation = explain(Sample.solution().replace(right.strip(), wrong.strip()));

        assertThat(explanation.problem()).startsWith("Errands.java, line ").contains(message.strip());
        assertThat(explanation.advice()).contains(tip.strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "thenCompose(() -> null) | thenCompose passes the result: write x -> ...",
                "thenApply(() -> null)       | thenApply passes the result: write x -> ...",
                "thenRun(done -> {})         | thenRun passes nothing: write () -> ...",
                "handle(failure -> null)     | handle passes the result and the exception: write (result, failure) ->"
                        + " ..."
            })
    void tipShowsParametersOfStep(String step, String tip) throws Exception {
        Explanation explanation = explain(Sample.solution()
                .replace(
                        "bread.join();",
                        "java.util.concurrent.CompletableFuture.completedFuture(1)." + step.strip() + ";"));

        assertThat(explanation.advice()).contains(tip.strip());
    }

    @Test
    void namesFutureOfFuture() throws Exception {
        Explanation explanation = explain(Sample.solution().replace("final class Errands {", """
            final class Errands {
                static java.util.concurrent.CompletionStage<Void> again(
                        java.util.concurrent.CompletionStage<Void> before) {
                    return before.thenApply(done -> again(before));
                }
            """));

        assertThat(explanation.problem()).contains("this is a future of a future, but a future of Void is needed");
        assertThat(explanation.advice()).contains("needs thenCompose");
    }

    @Test
    void caretIsBelowTheError() throws Exception {
        Explanation explanation = explain(Sample.solution().replace("milk.join", "mlik.join"));

        assertThat(explanation.problem()).isEqualTo("Errands.java, line 12: cannot find symbol: variable mlik.");
        assertThat(explanation.shown()).containsExactly("   12 |         mlik.join();", "      |         ^");
    }

    @Test
    void caretIsBelowTheErrorAfterTabs() throws Exception {
        Explanation explanation =
                explain(Sample.solution().replace("    ", "\t").replace("milk.join", "mlik.join"));

        assertThat(explanation.shown()).containsExactly("   12 |         mlik.join();", "      |         ^");
    }

    @Test
    void showsLastLineOfFileThatEndsTooEarly() throws Exception {
        String solution = Sample.solution();
        Explanation explanation = explain(solution.substring(0, solution.lastIndexOf('}')));

        assertThat(explanation.problem()).contains("reached end of file");
        assertThat(explanation.advice()).contains("closing brace is missing");
        assertThat(explanation.shown().getFirst()).contains("| ");
    }

    @Test
    void showsFirstErrorAndCountsTheOthers() throws Exception {
        Explanation explanation =
                explain(Sample.solution().replace("bread.join", "braed.join").replace("milk.join", "mlik.join"));

        assertThat(explanation.problem()).contains("variable braed").contains("1 more error");
    }

    @Test
    void explainsRenamedPublicClass() throws Exception {
        Explanation explanation = explain(Sample.solution().replace("final class Errands", "public final class Tasks"));

        assertThat(explanation.problem()).contains("Expected a class Errands, but the file declares Tasks");
    }

    private Explanation explain(String code) throws Exception {
        Path file = folder.resolve("Errands.java");
        Files.writeString(file, code);
        Verdict verdict = examiner.examine(CheckRequest.of(Sample.ERRANDS, file, Sample.PLAIN))
                .verdict();
        assertThat(verdict.passed()).isFalse();
        return new Explanation(verdict.problem(), verdict.shown(), verdict.advice());
    }
}
