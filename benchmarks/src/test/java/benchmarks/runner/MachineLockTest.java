package benchmarks.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Benchmarks run where the lock file is refused. */
class MachineLockTest {
    @TempDir
    Path folder;

    @Test
    void takesNewLock() throws Exception {
        try (var lock = MachineLock.take(folder.resolve("jmh.lock"))) {
            assertThat(lock.state()).isEqualTo(MachineLock.State.TAKEN);
            assertThat(lock.obstacle()).isEmpty();
        }
    }

    @Test
    void goesOnWithNoteWhenFileCannotBeOpened() throws Exception {
        Path file = Files.createDirectory(folder.resolve("jmh.lock")); // refuses even root

        try (var lock = MachineLock.take(file)) {
            assertThat(lock.state()).isEqualTo(MachineLock.State.REFUSED);
            assertThat(lock.obstacle())
                    .hasValueSatisfying(note -> assertThat(note).contains(file + " cannot be locked"));
        }
    }
}
