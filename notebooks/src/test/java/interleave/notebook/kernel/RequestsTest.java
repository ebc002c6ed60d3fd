package interleave.notebook.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import interleave.notebook.kernel.JupyterClient.Run;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The requests of Jupyter, their order, and the replies. */
@SharedKernel
class RequestsTest {
    private static final Map<String, ?> SILENT = Map.of("silent", true, "store_history", false);

    private final JupyterClient kernel;

    RequestsTest(JupyterClient kernel) {
        this.kernel = kernel;
    }

    @Test
    void doesNotRunCellsQueuedAfterFailedOne() {
        String failing = kernel.begin("Thread.sleep(300); throw new IllegalStateException(\"thrown by a test\");");
        String next = kernel.begin("IO.println(\"not printed\")");

        assertThat(kernel.await(failing).status()).isEqualTo("error");
        Run run = kernel.await(next);
        assertThat(run.status()).isEqualTo("error");
        assertThat(run.stdout()).isEmpty();
        assertThat(run.error()).isEmpty();
    }

    @Test
    void runsCellSentAfterTheReplyToFailedOne() {
        runCellsAfterFailedOnes(10);
    }

    @Test
    @Tag("slow")
    void runsCellSentAfterTheReplyToFailedOneTwoHundredTimes() {
        runCellsAfterFailedOnes(200);
    }

    private void runCellsAfterFailedOnes(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(kernel.run("throw new IllegalStateException();").status())
                    .isEqualTo("error");
            assertThat(kernel.run("6 * 7").value()).isEqualTo("42");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"3 + 4", "IO.println(\"text\"); System.err.println(\"text\");", "thisIsNoJava"})
    void silentRequestPublishesNothingAndIsNotCounted(String code) {
        int count = kernel.run("1").count();
        Run silent = kernel.run(code, SILENT);

        assertThat(kernel.published(silent.id())).containsExactly("status", "status");
        assertThat(silent.status()).isEqualTo(code.equals("thisIsNoJava") ? "error" : "ok");
        assertThat(kernel.run("1").count()).isEqualTo(count + 1);
    }

    @Test
    void requestOutsideTheHistoryIsNotCounted() {
        int count = kernel.run("1").count();
        assertThat(kernel.run("2", Map.of("store_history", false)).value()).isEqualTo("2");
        assertThat(kernel.run("3").count()).isEqualTo(count + 1);
    }

    @Test
    void failingSilentRequestDoesNotPreventCellQueuedAfterIt() {
        String silent = kernel.begin("Thread.sleep(300); throw new IllegalStateException();", SILENT);
        String cell = kernel.begin("IO.println(\"printed\")");

        assertThat(kernel.await(silent).status()).isEqualTo("error");
        assertThat(kernel.await(cell).stdout()).isEqualTo("printed\n");
    }

    @Test
    void replyContainsTheValuesOfUserExpressions() {
        Run run = kernel.run(
                "int z = 5;", Map.of("user_expressions", Map.of("next", "z + 1", "wrong", "nothingOfTheKind")));
        JsonObject values = run.reply().getAsJsonObject("user_expressions");

        assertThat(values.get("next"))
                .isEqualTo(JsonParser.parseString(
                        "{\"status\": \"ok\", \"data\": {\"text/plain\": \"6\"}, \"metadata\": {}}"));
        JsonObject wrong = values.getAsJsonObject("wrong");
        assertThat(wrong.get("status").getAsString()).isEqualTo("error");
        assertThat(wrong.get("evalue").getAsString()).contains("cannot find symbol");
        assertThat(run.result()).isEmpty();
    }

    @Test
    void completesAndExplainsCode() {
        assertThat(kernel.complete("int first = 1;\nThread.slee").toString())
                .contains("\"matches\":[\"sleep(\"]", "\"cursor_start\":22");
        assertThat(kernel.complete("new greet.WithTh").toString()).contains("WithThreadPool(");
        assertThat(kernel.inspect("int first = 1;\nThread.sleep").toString())
                .contains("\"found\":true", "void Thread.sleep(long millis)");
        assertThat(kernel.inspect("nothingOfTheKind").toString()).contains("\"found\":false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uD83C\uDF75", "\uD83C\uDF75\uD83C\uDF75\uD83C\uDF75\uD83C\uDF75", "e\u0301\u00fc"})
    void countsPositionsInCodePoints(String comment) {
        String code = "// " + comment + "\nThread.slee";
        int start = code.codePointCount(0, code.indexOf("slee"));
        assertThat(kernel.complete(code).toString())
                .contains(
                        "\"matches\":[\"sleep(\"]",
                        "\"cursor_start\":" + start + ",",
                        "\"cursor_end\":" + (start + "slee".length()) + ",");
        assertThat(kernel.inspect("Thread.sleep(1); // " + comment, 8).toString())
                .contains("void Thread.sleep(long millis)");
        assertThat(kernel.inspect("/* " + comment + " */ Thread.sleep").toString())
                .contains("void Thread.sleep(long millis)");
    }

    @Test
    void datesOfMessagesAreInstantsInOrder() {
        Instant before = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Run run = kernel.run("IO.println(\"text\"); 1 + 1");
        Instant after = Instant.now();

        assertThat(kernel.dates(run.id()))
                .hasSizeGreaterThanOrEqualTo(5)
                .isSorted()
                .allSatisfy(date -> assertThat(date).isBetween(before, after));
    }
}
