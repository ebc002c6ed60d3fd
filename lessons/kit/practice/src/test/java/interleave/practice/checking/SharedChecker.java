package interleave.practice.checking;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.practice.judging.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Gives each test one of two checkers that all classes share, and a file of its own. After the test, the checker must
 * accept the solution: whatever a student's code does, the next file can be checked.
 */
final class SharedChecker implements BeforeEachCallback, AfterEachCallback {
    private static final int CHECKERS = 2;

    private BlockingQueue<Checker> idle;
    private Checker checker;
    private Path file;

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        file = Files.createTempDirectory("answer").resolve("Errands.java");
        idle = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(SharedChecker.class))
                .getOrComputeIfAbsent(Checkers.class, key -> Checkers.start(), Checkers.class)
                .idle();
        checker = idle.take();
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        try {
            assertThat(check(Sample.solution()).complaint()).isBlank();
        } finally {
            idle.add(checker);
            Files.deleteIfExists(file);
            Files.delete(file.getParent());
        }
    }

    /** The answer, which exists from the first check on. */
    Path file() {
        return file;
    }

    /** Checks the solution with these statements in {@code runAll}. It must not pass. */
    Verdict checkBody(String... statements) throws Exception {
        Verdict verdict = check(Sample.withBody(statements));
        assertThat(verdict.passed()).isFalse();
        return verdict;
    }

    /** Checks this answer. */
    Verdict check(String code) throws Exception {
        Files.writeString(file, code);
        return checkFile();
    }

    /** Checks the file as it is. */
    Verdict checkFile() throws Exception {
        return checker.check(file);
    }

    /** Started by the first test, and closed after the last test of all classes. */
    private record Checkers(BlockingQueue<Checker> idle) implements AutoCloseable {
        static Checkers start() {
            var idle = new ArrayBlockingQueue<Checker>(CHECKERS);
            try {
                for (int i = 0; i < CHECKERS; i++) {
                    idle.add(Checker.of(Sample.ERRANDS, Sample.PLAIN, Duration.ofSeconds(20)));
                }
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            return new Checkers(idle);
        }

        @Override
        public void close() {
            idle.forEach(Checker::close);
        }
    }
}
