package claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import interleave.virtualtime.VirtualTime;
import interleave.virtualtime.scheduling.Candidate;
import interleave.virtualtime.scheduling.Chooser;
import interleave.virtualtime.scheduling.NextStep;
import interleave.virtualtime.scheduling.SchedulingPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChooserTest {

    @Test
    void chooserMakesTheLosingSchedule() {
        Chooser losing = point -> candidate(point, "Ben", "read count")
                .or(() -> candidate(point, "Anna", "read count"))
                .orElse(point.candidates().getFirst());

        assertThatThrownBy(() -> new VirtualTime().scheduler(losing).start(ChooserTest::countTwice))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("was: 1");
    }

    @Test
    void runningThreadIsTheOneThatCanGoOn() throws Exception {
        Chooser neverPreempting =
                point -> point.running().orElse(point.candidates().getFirst());

        new VirtualTime().scheduler(neverPreempting).start(ChooserTest::countTwice);
    }

    @Test
    void candidateShowsItsNextStepAndTheMonitorsItHolds() throws Exception {
        List<Candidate> seen = new ArrayList<>();
        var counter = new Counter();

        new VirtualTime().scheduler(recording(seen)).start(() -> {
            var anna = Thread.ofPlatform().name("Anna").start(() -> {
                synchronized (counter) {
                    counter.count = 5;
                }
            });
            anna.join();
        });

        assertThat(seen)
                .filteredOn(candidate -> candidate.thread().equals("Anna"))
                .extracting(candidate -> candidate
                                .next()
                                .map(next -> next.kind() + " " + next.action())
                                .orElse("-")
                        + candidate.holds())
                .containsExactly("-[]", "LOCK synchronized[]", "WRITE write count[Counter]");
    }

    @Test
    void nextStepOfACollectionIsAReadOrAWrite() throws Exception {
        List<Candidate> seen = new ArrayList<>();

        new VirtualTime().scheduler(recording(seen)).start(() -> {
            var list = new ArrayList<String>();
            list.add("a");
            list.get(0);
        });

        assertThat(seen)
                .flatExtracting(candidate ->
                        candidate.next().map(NextStep::kind).stream().toList())
                .endsWith(NextStep.Kind.WRITE, NextStep.Kind.READ);
    }

    @Test
    void seededChooserMakesTheSchedulesOfTheSeeds() {
        for (long seed = 0; seed < 100; seed++) {
            assertThat(fails(new VirtualTime().scheduler(Chooser.seeded(seed))))
                    .as("seed " + seed)
                    .isEqualTo(fails(new VirtualTime().seed(seed)));
        }
    }

    @Test
    void rejectsThreadThatIsNotACandidate() {
        Chooser wrong = point -> new Candidate(99, "nobody", Optional.empty(), List.of(), List.of());

        assertThatThrownBy(() -> new VirtualTime().scheduler(wrong).start(() -> {}))
                .hasMessage("The chooser must return one of the candidates.");
    }

    private static Chooser recording(List<Candidate> seen) {
        return point -> {
            Candidate chosen = point.running().orElse(point.candidates().getLast());
            seen.add(chosen);
            return chosen;
        };
    }

    private static Optional<Candidate> candidate(SchedulingPoint point, String thread, String action) {
        return point.candidates().stream()
                .filter(candidate -> candidate.thread().equals(thread)
                        && candidate
                                .next()
                                .map(next -> next.action().equals(action))
                                .orElse(true))
                .findFirst();
    }

    private static boolean fails(VirtualTime settings) {
        try {
            settings.start(ChooserTest::countTwice);
            return false;
        } catch (Throwable failure) {
            return true;
        }
    }

    private static final class Counter {
        int count;
    }

    private static void countTwice() throws InterruptedException {
        var counter = new Counter();
        var anna = Thread.ofPlatform().name("Anna").start(() -> counter.count++);
        var ben = Thread.ofVirtual().name("Ben").start(() -> counter.count++);
        anna.join();
        ben.join();
        assertThat(counter.count).isEqualTo(2);
    }
}
