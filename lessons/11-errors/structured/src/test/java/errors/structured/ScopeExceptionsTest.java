package errors.structured;

import static org.assertj.core.api.Assertions.assertThat;

import errors.Seen;
import interleave.virtualtime.VirtualTime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rows of a scope in the table "which exception arrives where". */
class ScopeExceptionsTest {
    private static List<Seen> table = List.of();

    @BeforeAll
    static void compute() throws Exception {
        var computed = new AtomicReference<List<Seen>>();
        VirtualTime.run(() -> computed.set(ScopeExceptions.all()));
        table = computed.get();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        scope, join                        | FailedException       | PageException
        scope with awaitAll, exception     | PageException         | ''
        scope without join, close          | IllegalStateException | ''
        """)
    void cell(String place, String type, String cause) throws Exception {
        assertThat(table)
                .hasSize(3)
                .filteredOn(seen -> seen.place().equals(place))
                .singleElement()
                .satisfies(seen -> {
                    assertThat(seen.type()).isEqualTo(type);
                    assertThat(seen.cause()).isEqualTo(cause);
                });
        assertThat(Files.readString(Path.of("../README.md")))
                .contains("| " + place + " | `" + type + "` | " + (cause.isEmpty() ? "" : "`" + cause + "`") + " |");
    }
}
