package errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.virtualtime.VirtualTime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every cell of the table "which exception arrives where". The page shows the table as it is computed here. */
class ExceptionTableTest {
    private static List<Seen> table = List.of();

    @BeforeAll
    static void compute() throws Exception {
        var computed = new AtomicReference<List<Seen>>();
        VirtualTime.run(() -> computed.set(ExceptionTable.all()));
        table = computed.get();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        submit, get                              | ExecutionException  | PageException
        invokeAll, get                           | ExecutionException  | PageException
        invokeAny                                | ExecutionException  | PageException
        scheduleAtFixedRate, get                 | ExecutionException  | PageException
        supplyAsync, get                         | ExecutionException  | PageException
        supplyAsync, join                        | CompletionException | PageException
        supplyAsync, exceptionNow                | PageException       | ''
        supplyAsync, exceptionally               | CompletionException | PageException
        failedFuture, exceptionally              | PageException       | ''
        failedFuture, thenApply, exceptionally   | CompletionException | PageException
        failedFuture, handle                     | PageException       | ''
        failedFuture, thenApply, handle          | CompletionException | PageException
        execute, the handler of the pool's thread| PageException       | ''
        virtual thread, its handler              | PageException       | ''
        parallel stream, its caller              | PageException       | ''
        loop.execute, run                        | nothing             | ''
        createTask, run                          | PageException       | ''
        createTask, exceptionally                | PageException       | ''
        createTask, thenApply, exceptionally     | CompletionException | PageException
        """)
    void cell(String place, String type, String cause) {
        assertThat(table)
                .filteredOn(seen -> seen.place().equals(place))
                .singleElement()
                .satisfies(seen -> {
                    assertThat(seen.type()).isEqualTo(type);
                    assertThat(seen.cause()).isEqualTo(cause);
                });
    }

    @Test
    void tableHasNoOtherRows() {
        assertThat(table).hasSize(19);
    }

    @Test
    void pageShowsTable() throws Exception {
        String rows =
                String.join("\n", table.stream().map(ExceptionTableTest::row).toList());

        assertThat(Files.readString(Path.of("README.md"))).contains(rows);
    }

    /** A stage creates its CompletionException on the thread that failed. */
    @Test
    void onlyExecutionExceptionHasStackTraceOfThreadThatWaits() throws Exception {
        VirtualTime.run(() -> {
            var failed = CompletableFuture.supplyAsync(PageException::page);

            assertThatThrownBy(failed::get).satisfies(thrown -> {
                assertThat(methodsOf(thrown)).contains("onlyExecutionExceptionHasStackTraceOfThreadThatWaits");
                assertThat(methodsOf(thrown.getCause())).contains("page").doesNotContain("get");
            });
            assertThatThrownBy(failed::join)
                    .satisfies(thrown -> assertThat(methodsOf(thrown)).doesNotContain("join"));
        });
    }

    private static List<String> methodsOf(Throwable thrown) {
        return Stream.of(thrown.getStackTrace())
                .map(StackTraceElement::getMethodName)
                .map(name -> name.replaceFirst("lambda\\$(\\w+)\\$\\d+", "$1"))
                .toList();
    }

    private static String row(Seen seen) {
        return "| " + seen.place() + " | " + code(seen.type()) + " | " + code(seen.cause()) + " |";
    }

    private static String code(String type) {
        return type.endsWith("Exception") ? "`" + type + "`" : type;
    }

    /** Prints the table for the page. */
    static void main() throws Exception {
        for (Seen seen : ExceptionTable.all()) {
            IO.println(row(seen));
        }
    }
}
