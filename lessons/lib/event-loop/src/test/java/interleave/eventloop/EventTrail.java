package interleave.eventloop;

import static java.time.Duration.ofSeconds;

import interleave.eventloop.futures.Failures;
import interleave.eventloop.observation.Reports;
import interleave.virtualtime.VirtualClock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/** A test that notes what happened, and when, in virtual time. */
abstract class EventTrail {
    final VirtualClock clock;
    final List<String> trail = new ArrayList<>();

    EventTrail(VirtualClock clock) {
        this.clock = clock;
    }

    Task<Void> sleeper(EventLoop loop, String name, int seconds) {
        return loop.createTask(
                name,
                () -> loop.sleep(ofSeconds(seconds)).whenComplete((v, failure) -> note(name + ": " + nameOf(failure))));
    }

    CompletableFuture<Void> cleansUp(EventLoop loop, String name, int seconds) {
        return loop.sleep(ofSeconds(100)).exceptionallyCompose(failure -> {
            note(name + ": cancelled");
            return loop.sleep(ofSeconds(seconds)).thenRun(() -> note(name + ": cleaned up"));
        });
    }

    /** Completes when {@code future} is done, with any outcome. */
    static CompletableFuture<Void> settled(CompletableFuture<?> future) {
        return future.handle((value, failure) -> null);
    }

    <T> T noted(String what, T value) {
        note(what);
        return value;
    }

    void note(String what) {
        trail.add(Reports.seconds(clock.elapsed()) + ": " + what);
    }

    static String nameOf(Throwable failure) {
        return failure == null
                ? "nothing"
                : Failures.causeOf(failure).getClass().getSimpleName();
    }

    static void pause(int seconds) {
        try {
            Thread.sleep(ofSeconds(seconds));
        } catch (InterruptedException stopped) {
            throw new CancellationException();
        }
    }
}
