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

/** Nobody waits for a slow listener; what it has not heard is limited; and in the end nothing is left. */
public final class RadioCheck implements Check {
    private static final List<String> SIX = List.of("one", "two", "three", "four", "five", "six");
    private static final Listener ANN = new Listener("Ann", ofMillis(100));
    private static final Listener SAM = new Listener("Sam", ofSeconds(10));
    private static final Listener BOB = new Listener("Bob", ofMillis(200));

    @Override
    public void check(Exam exam) {
        Run three = exam.run(() -> Radio.say(SIX, List.of(ANN, SAM, BOB)));
        exam.claim(
                "Ann and Bob hear each line as soon as it is said.",
                heardInTime(three, ANN, SIX)
                        .and(heardInTime(three, BOB, SIX))
                        .because("Somebody waits for Sam, who takes 10 s for a line.")
                        .next("Only put the line into a queue of each listener, and let a thread of the listener's"
                                + " take it from there."));
        exam.claim("Sam is dropped when the fifth line comes.", droppedAt(three, SAM, ofSeconds(4)));
        exam.claim(
                "Sam hears nothing after that.",
                three.finds(
                                three.timeOf("Sam has heard one").isEmpty(),
                                () -> "Sam was dropped, and still heard a line, at "
                                        + three.timeOf("Sam has heard one")
                                                .map(Run::seconds)
                                                .orElseThrow()
                                        + ".")
                        .next("Interrupt the thread that reads to him: it is still at line one."));
        exam.claim(
                "say comes back when nothing of it is left running.",
                three.leftNothingRunning()
                        .because("Nobody waited for them, or told them that there will be no more lines.")
                        .next("Put a last word into each queue, and join the threads; interrupt that of a listener"
                                + " who is dropped."));
        exam.claim("It takes 6 s: no longer than the lines.", three.took(ofSeconds(6)));

        var crowd = new ArrayList<Listener>();
        IntStream.rangeClosed(1, 50).forEach(number -> crowd.add(new Listener("L" + number, ofMillis(900))));
        var patient = new Listener("Pat", ofMillis(1_400));
        crowd.add(patient);
        Run large = exam.run(() -> Radio.say(SIX, crowd));
        exam.claim(
                "Fifty listeners hear at the same time.",
                crowd.subList(0, 50).stream()
                        .map(listener -> heardInTime(large, listener, SIX))
                        .reduce(Finding::and)
                        .orElseThrow()
                        .next("Each listener needs a thread of its own; virtual ones are cheap."));
        exam.claim(
                "Who is slow, but not too slow, hears everything.",
                large.printedAt(ofMillis(6 * 1_400), "Pat has heard six")
                        .next("Up to " + Radio.MOST_PENDING + " lines may wait for a listener."));
        exam.claim("And in the end nothing is left running.", large.leftNothingRunning());
    }

    private static Finding heardInTime(Run run, Listener listener, List<String> lines) {
        return IntStream.range(0, lines.size())
                .mapToObj(second -> {
                    String line = listener.name() + " has heard " + lines.get(second);
                    Duration wanted = ofSeconds(second).plus(listener.pause());
                    Optional<Duration> heard = run.timeOf(line);
                    return run.finds(
                            heard.equals(Optional.of(wanted)),
                            () -> listener.name() + " heard \"" + lines.get(second)
                                    + "\" at " + heard.map(Run::seconds).orElse("no time") + "; wanted: at "
                                    + Run.seconds(wanted)
                                    + ".");
                })
                .reduce(Finding::and)
                .orElseThrow();
    }

    private static Finding droppedAt(Run run, Listener listener, Duration wanted) {
        String line = listener.name() + " is dropped";
        Optional<Duration> dropped = run.timeOf(line);
        return run.finds(
                        dropped.isPresent(),
                        () -> "\"" + line + "\" was not printed: lines pile up for as long as the" + " speaker speaks.")
                .next("A queue with a limit, ArrayBlockingQueue; offer says whether there was room.")
                .and(run.finds(
                                dropped.isEmpty() || dropped.get().equals(wanted),
                                () -> "Dropped at " + Run.seconds(dropped.orElseThrow()) + "; wanted: at "
                                        + Run.seconds(wanted) + ".")
                        .because("Sam takes the first line at once, three may wait, and the fifth is too much."));
    }
}
