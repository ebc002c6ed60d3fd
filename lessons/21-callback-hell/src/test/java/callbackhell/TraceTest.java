package callbackhell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import callbackhell.Runs.Version;
import callbackhell.shop.Cancellation;
import callbackhell.shop.Fault;
import callbackhell.shop.Order;
import callbackhell.shop.Servers;
import callbackhell.shop.Step;
import callbackhell.shop.StepException;
import interleave.virtualtime.VirtualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The stack trace of a failed payment, which is step four: which of your own lines are in it? */
class TraceTest {
    private static final Path SOURCES = Path.of("src/main/java/callbackhell");
    private static final Order ORDER = new Order("Ada", "Moby Dick");

    @ParameterizedTest
    @CsvSource({"NESTED_CALLBACKS,0", "COMPOSED_FUTURES,0", "WITH_EVENT_LOOP,2", "WITH_VIRTUAL_THREADS,2"})
    void countsOwnFrames(Version version, int frames) throws Exception {
        var run = Runs.of(Incident.TRACE, Step.PAYMENT, version::with);

        assertThat(run.output())
                .contains("Failed: Payment: the card was declined", "Frames of your own: " + frames)
                .filteredOn(line -> line.startsWith("    at callbackhell."))
                .hasSize(frames);
    }

    /** On a loop, the two frames are where the loop was started. */
    @ParameterizedTest
    @CsvSource({"NESTED_CALLBACKS,false", "COMPOSED_FUTURES,false", "WITH_EVENT_LOOP,false", "WITH_VIRTUAL_THREADS,true"
    })
    void onlyStraightCodeShowsTheLineThatHasCalledTheStep(Version version, boolean shown) throws Exception {
        var lines = ownLines(Trace.of(failureOf(version)));

        assertThat(lines.stream().anyMatch(line -> line.contains("shop.payment(")))
                .isEqualTo(shown);
    }

    @ParameterizedTest
    @EnumSource
    void processThrowsTheExceptionItself(Version version) throws Exception {
        assertThat(failureOf(version)).isExactlyInstanceOf(StepException.class).hasNoCause();
    }

    /** Rule 2 of lesson 11: a stage wraps the exception of the stage before it. */
    @ParameterizedTest
    @EnumSource
    void handlerAtTheEndOfAChainReceivesAWrapper(Step step) throws Exception {
        VirtualTime.run(() -> {
            var futures = new ComposedFutures(new Servers(Map.of(step, Fault.FAILS)));
            var confirmation = futures.start(ORDER, new Cancellation());

            assertThat(confirmation.handle((value, failure) -> failure).join())
                    .isExactlyInstanceOf(CompletionException.class)
                    .hasCauseExactlyInstanceOf(StepException.class);
        });
    }

    private static Throwable failureOf(Version version) throws Exception {
        var failure = new AtomicReference<Throwable>();
        var servers = new Servers(Map.of(Step.PAYMENT, Fault.FAILS));
        VirtualTime.run(
                () -> failure.set(catchThrowable(() -> version.with(servers).process(ORDER))));
        return failure.get();
    }

    private static List<String> ownLines(Trace trace) {
        return trace.ownFrames().stream()
                .filter(frame -> !frame.getClassName().endsWith("Test"))
                .map(TraceTest::line)
                .toList();
    }

    private static String line(StackTraceElement frame) {
        try {
            return Files.readAllLines(SOURCES.resolve(frame.getFileName())).get(frame.getLineNumber() - 1);
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }
}
