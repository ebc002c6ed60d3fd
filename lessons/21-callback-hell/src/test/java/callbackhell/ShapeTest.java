package callbackhell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How deep the five steps are nested, and how many branches handle an error. */
class ShapeTest {
    /** The braces of a class and a method. */
    private static final int METHOD = 2;

    @ParameterizedTest
    @CsvSource({
        "src/main/java/callbackhell/NestedCallbacks.java,                           5, 5",
        "src/main/java/callbackhell/ComposedFutures.java,                           1, 0",
        "src/main/java/callbackhell/WithEventLoop.java,                             1, 0",
        "src/main/java/callbackhell/WithVirtualThreads.java,                        1, 0",
        "structured/src/main/java/callbackhell/structured/WithStructuredScope.java, 2, 0"
    })
    void nestingAndErrorBranches(Path version, int nesting, int branches) throws IOException {
        var source = Files.readString(version);

        assertThat(calls(source).map(call -> depth(source, call)).max()).hasValue(nesting);
        assertThat(source.split("if \\(failure", -1)).hasSize(branches + 1);
    }

    /** Where a method of the shop is called. */
    private static IntStream calls(String source) {
        return Pattern.compile("shop\\.\\w+\\(").matcher(source).results().mapToInt(MatchResult::start);
    }

    private static int depth(String source, int position) {
        var before = source.substring(0, position);
        return 1 - METHOD + count(before, '{') - count(before, '}');
    }

    private static int count(String text, char brace) {
        return (int) text.chars().filter(character -> character == brace).count();
    }
}
