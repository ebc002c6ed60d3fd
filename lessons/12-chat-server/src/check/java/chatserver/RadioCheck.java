package chatserver;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import chatserver.Radio.Listener;
import interleave.practice.Check;
import interleave.practice.Exam;
import interleave.practice.Finding;
import interleave.practice.Run;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A slow listener delays no other, is dropped when its queue is full, and no thread is left running. */
public final class RadioCheck implements Check {
    private static final List<String> SIX = List.of("one", "two", "three", "four", "five", "six");
    private static final Listener ANN = new Listener("Ann", ofMillis(100));
    private static final Listener SAM = new Listener("Sam", ofSeconds(10));
    private static final Listener BOB = new Listener("Bob", ofMillis(200));

    @Override
    public void check(Exam exam) {
        Run three = exam.run(() -> Radio.broadcast(SIX, List.of(ANN, SAM, BOB)));
        exam.claim(
                "Ann and Bob hear each line as soon as it is sent.",
                heardInTime(three, ANN, SIX)
                        .and(heardInTime(three, BOB, SIX))
                        .because(() -> {
                            if (three.isEarly("Sam is dropped", ofSeconds(4))) {
                                return "All lines were sent at once, although one line is sent per second.";
                            }
                            if (isDroppedLate(three)) {
                                return "Sam's queue was full at 4 s, and the broadcast waited for room in it.";
                            }
                            return three.timeOf("Sam is dropped").isPresent()
                                    ? "After Sam was dropped, Bob was skipped. Was the list changed during the"
                                            + " iteration?"
                                    : "Sam needs 10 s for a line, and delays the others.";
                        })
                        .next(() -> isDroppedLate(three)
                                ? "Use offer(line), which returns false at once if the queue is full. put(), and offer"
                                        + " with a timeout, wait."
                                : "Put the line into a queue per listener, and let a thread per listener take it."
                                        + " Remove a dropped listener with removeIf."));
        exam.claim("Sam is dropped at 4 s, when the fifth line is sent.", droppedAt(three, SAM, ofSeconds(4)));
        exam.claim(
                "Sam hears nothing after that.",
                three.finds(
                                three.timeOf("Sam has heard one").isEmpty(),
                                () -> "Expected no line for Sam after 4 s, but \"Sam has heard one\" was printed at "
                                        + three.timeOf("Sam has heard one")
                                                .map(Run::seconds)
                                                .orElseThrow()
                                        + ".")
                        .next("Interrupt the thread of a listener who is dropped. It is still hearing the first"
                                + " line."));
        exam.claim(
                "broadcast returns when no thread is running.",
                three.leftNothingRunning()
                        .because("A thread waits in take() forever, or still hears a line.")
                        .next("Put an empty line into each queue as the end, and join the threads. Interrupt the thread"
                                + " of a listener who is dropped."));
        exam.claim("It takes 6 s, one second per line.", three.took(ofSeconds(6)));

        var crowd = new ArrayList<Listener>();
        IntStream.rangeClosed(1, 50).forEach(number -> crowd.add(new Listener("L" + number, ofMillis(900))));
        var patient = new Listener("Pat", ofMillis(1_400));
        crowd.add(patient);
        Run large = exam.run(() -> Radio.broadcast(SIX, crowd));
        exam.claim(
                "Fifty listeners hear each line at the same time.",
                crowd.subList(0, 50).stream()
                        .map(listener -> heardInTime(large, listener, SIX))
                        .reduce(Finding::and)
                        .orElseThrow()
                        .because("It is right for three listeners, but not for fifty.")
                        .next("Use one virtual thread per listener."));
        exam.claim(
                "A listener who is only a little slow hears every line.",
                large.printedAt(ofMillis(6 * 1_400), "Pat has heard six")
                        .because("At most two lines ever wait for Pat, and up to " + Radio.MOST_PENDING + " may wait.")
                        .next("Before broadcast returns, join the threads: they may still have lines to hear."));
        exam.claim("Then no thread is running either.", large.leftNothingRunning());

        var late = new Listener("Pam", ofMillis(2_400));
        Run full = exam.run(() -> Radio.broadcast(SIX, List.of(late)));
        exam.claim(
                "A listener whose queue is full at the end hears every line.",
                full.printedAt(ofMillis(6 * 2_400), "Pam has heard six")
                        .because("Three lines wait for Pam at 6 s, when the broadcast ends.")
                        .next("The end of the queue must not be lost when the queue is full: put() waits until there is"
                                + " room.")
                        .and(full.leftNothingRunning()));
    }

    private static boolean isDroppedLate(Run three) {
        return three.timeOf("Sam is dropped")
                .filter(at -> at.compareTo(ofSeconds(4)) > 0)
                .isPresent();
    }

    private static Finding heardInTime(Run run, Listener listener, List<String> lines) {
        return IntStream.range(0, lines.size())
                .mapToObj(second -> {
                    String line = listener.name() + " has heard " + lines.get(second);
                    Duration expected = ofSeconds(second).plus(listener.pause());
                    Optional<Duration> heard = run.timeOf(line);
                    return run.finds(
                            heard.equals(Optional.of(expected)),
                            () -> "Expected \"" + line + "\" at " + Run.seconds(expected) + ", but it was "
                                    + heard.map(at -> "printed at " + Run.seconds(at))
                                            .orElse("never printed")
                                    + ".");
                })
                .reduce(Finding::and)
                .orElseThrow();
    }

    private static Finding droppedAt(Run run, Listener listener, Duration expected) {
        String line = listener.name() + " is dropped";
        Optional<Duration> dropped = run.timeOf(line);
        return run.finds(
                        dropped.isPresent(),
                        () -> "Expected \"" + line + "\" at " + Run.seconds(expected) + ", but it was never printed."
                                + run.output().stream()
                                        .filter(other -> other.contains("dropped"))
                                        .findFirst()
                                        .map(other -> " You printed \"" + other + "\".")
                                        .orElse(" The lines for " + listener.name() + " pile up without a limit."))
                .next(() -> run.output().stream().anyMatch(other -> other.contains("dropped"))
                        ? "Print the name of the listener and \"is dropped\"."
                        : "Use an ArrayBlockingQueue, which has a capacity. Its offer returns false when it is full.")
                .and(run.finds(
                                dropped.isEmpty() || dropped.get().equals(expected),
                                () -> "Expected \"" + line + "\" at " + Run.seconds(expected)
                                        + ", but it was printed at " + Run.seconds(dropped.orElseThrow()) + ".")
                        .because("Sam takes the first line at once, and three lines may wait. The fifth is one too"
                                + " many.")
                        .next("The capacity of the queue is MOST_PENDING."));
    }
}
