package streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow.Publisher;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;

/** Our publisher follows the rules of Reactive Streams. The TCK is written for TestNG: this class runs it in JUnit. */
class LinePublisherTckTest {

    private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();

    /** A given number of lines, generated on demand. */
    private record Numbers(long[] left) implements Source {
        @Override
        public ByteBuffer next() {
            return ByteBuffer.wrap(left[0]-- > 0 ? "line\n".getBytes(UTF_8) : new byte[0]);
        }

        @Override
        public void close() {}
    }

    /** The TCK, with our publisher. */
    public static final class Verification extends FlowPublisherVerification<String> {
        Verification() {
            super(new TestEnvironment(1_000, 200));
        }

        @Override
        public Publisher<String> createFlowPublisher(long lines) {
            return new LinePublisher(() -> new Numbers(new long[] {lines}), THREADS);
        }

        @Override
        public Publisher<String> createFailedFlowPublisher() {
            return new LinePublisher(
                    () -> {
                        throw new IOException("no such file");
                    },
                    THREADS);
        }
    }

    @AfterAll
    static void interruptThreads() {
        THREADS.shutdownNow(); // after a failure, some may still wait for demand
    }

    @TestFactory
    List<DynamicTest> tck() {
        return rules().stream()
                .map(rule -> dynamicTest(rule.getName(), () -> run(rule)))
                .toList();
    }

    @Test
    void tckHasRules() {
        assertThat(rules()).hasSizeGreaterThanOrEqualTo(25);
    }

    private static List<Method> rules() {
        return Arrays.stream(Verification.class.getMethods())
                .filter(method -> method.isAnnotationPresent(org.testng.annotations.Test.class))
                .filter(method -> !method.getName().startsWith("untested_")) // rules that no test can check
                .sorted(Comparator.comparing(Method::getName))
                .toList();
    }

    private static void run(Method rule) throws Throwable {
        var verification = new Verification();
        verification.setUp();
        try {
            rule.invoke(verification);
        } catch (InvocationTargetException failed) {
            throw failed.getCause(); // a rule that is skipped fails here, too
        }
    }
}
