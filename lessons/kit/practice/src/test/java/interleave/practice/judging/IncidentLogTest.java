package interleave.practice.judging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Why threads waited, as their stacks show it. */
class IncidentLogTest {
    private static final StackTraceElement STUDENT = new StackTraceElement("fetch.Student", "get", "Student.java", 12);
    private static final StackTraceElement COURSE =
            new StackTraceElement(IncidentLog.class.getName(), "failed", "IncidentLog.java", 12);

    private final IncidentLog log = new IncidentLog();

    @Test
    void threadAtMonitorWaitsForLock() {
        assertThat(waitForLock(STUDENT)).hasValue("Student.java, line 12");
    }

    @Test
    void threadInLockMethodWaitsForLock() {
        assertThat(waitForLock(
                        jdk("java.util.concurrent.locks.LockSupport", "park"),
                        jdk("java.util.concurrent.locks.AbstractQueuedSynchronizer", "acquire"),
                        jdk("java.util.concurrent.locks.ReentrantLock", "lock"),
                        STUDENT))
                .hasValue("Student.java, line 12");
    }

    @Test
    void threadThatSleepsOrAcquiresPermitDoesNotWaitForLock() {
        assertThat(waitForLock(jdk("java.lang.Thread", "sleep"), STUDENT)).isEmpty();
        assertThat(waitForLock(
                        jdk("java.util.concurrent.locks.LockSupport", "park"),
                        jdk("java.util.concurrent.Semaphore", "acquire"),
                        STUDENT))
                .isEmpty();
    }

    @Test
    void threadAtMonitorOfTheCourseDoesNotCount() {
        assertThat(waitForLock(COURSE, STUDENT)).isEmpty();
    }

    private Optional<String> waitForLock(StackTraceElement... stack) {
        log.paused(List.of(stack));
        return log.incidents(List.of()).waitForLock();
    }

    private static StackTraceElement jdk(String className, String method) {
        return new StackTraceElement(className, method, "Jdk.java", 1);
    }
}
