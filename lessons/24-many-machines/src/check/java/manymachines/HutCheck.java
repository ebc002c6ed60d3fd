package manymachines;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import interleave.practice.Check;
import interleave.practice.Exam;
import interleave.practice.Run;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/** Each climber is called, and given up, at the right moment, whatever the others send. */
public final class HutCheck implements Check {
    private static final List<String> TWO = List.of("Anna", "Ben");
    private static final Duration SILENCE = ofSeconds(3);
    private static final Duration GRACE = ofSeconds(1);
    private static final String CALLED = "(call for Anna)";
    private static final String MISSING = "Anna is missing";

    /** A signal at a moment since the start of the watch. */
    private record Signal(Duration at, String name) {}

    @Override
    public void check(Exam exam) {
        Run silent = exam.run(() -> watch(TWO, SILENCE, GRACE, ofSeconds(11), name -> {}, everySecondBut("Anna", 2)));
        exam.claim(
                "Ben signals once per second. Anna's last signal is at 2 s, so she is called at 5 s.",
                silent.printedAt(ofSeconds(5), "Anna?")
                        .because("A signal of Ben says nothing about Anna, and silence alone does not say that she is"
                                + " missing.")
                        .next("Give each climber a deadline of its own: the last signal + silence. Wait until the"
                                + " earliest of them. Call first."));
        exam.claim(
                "She is called once.",
                silent.finds(calls(silent) == 1, () -> "Expected 1 call of Anna, but there were " + calls(silent) + ".")
                        .next("Call call.accept(name) when you print the question."));
        exam.claim(
                "She stays silent, so she is missing at 6 s.",
                silent.printedAt(ofSeconds(6), MISSING)
                        .because("The grace of 1 s begins with the call, and she stays silent.")
                        .next("After the call, the deadline is the moment of the call + grace."));
        exam.claim(
                "This is printed once, and nothing about Ben.",
                silent.finds(
                                silent.output().stream().filter(MISSING::equals).count() == 1,
                                () -> "Expected \"" + MISSING + "\" once, but it was printed "
                                        + silent.output().stream()
                                                .filter(MISSING::equals)
                                                .count() + " times.")
                        .next("A missing climber has no deadline. Print it once.")
                        .and(silent.finds(
                                silent.output().stream().noneMatch(line -> line.startsWith("Ben")),
                                () -> "Expected no line about Ben, but there was one. He was never silent.")));
        exam.claim(
                "watch returns when the watch is over, at 11 s.",
                silent.took(ofSeconds(11)).and(silent.leftNothingRunning()).next("End all threads before you return."));

        Run slow = exam.run(HutCheck::answerLate);
        exam.claim(
                "Anna answers 0.5 s after each call: she is slow, but not missing.",
                slow.printedAt(ofSeconds(3), "Anna?")
                        .because("She has never sent a signal.")
                        .next("The first signal is expected within silence after the start.")
                        .and(slow.finds(
                                        !slow.output().contains(MISSING),
                                        () -> "Expected no line \"" + MISSING + "\", but there was one.")
                                .because("She has answered the call.")
                                .next("A signal after the call ends the suspicion."))
                        .and(slow.printedInAnyOrderAt(ofMillis(6_500), "Anna?")
                                .because("She answered at 3.5 s, and was silent for 3 s again.")));

        Run back = exam.run(() -> watch(
                TWO,
                SILENCE,
                GRACE,
                ofSeconds(17),
                name -> {},
                everySecondBut("Anna", 2),
                new Signal(ofSeconds(12), "Anna")));
        exam.claim(
                "Anna, who was missing, sends a signal at 12 s.",
                back.printedAt(ofSeconds(12), "Anna is back").next("Do not forget the missing climbers."));
        exam.claim(
                "From then on, she is watched again.",
                back.printedInAnyOrderAt(ofSeconds(15), "Anna?", CALLED)
                        .and(back.printedInAnyOrderAt(ofSeconds(16), MISSING))
                        .because("She was silent again, from 12 s on.")
                        .next("When she is back, watch her like at the start: with a deadline."));

        Run other = exam.run(() -> watch(
                List.of("Cleo", "Dan", "Eva"),
                ofSeconds(7),
                ofMillis(2_500),
                ofSeconds(20),
                name -> {},
                new Signal(ofSeconds(1), "Dan"),
                new Signal(ofSeconds(4), "Eva")));
        exam.claim(
                "Another hut is more patient: it calls after 7 s, and waits for another 2.5 s.",
                other.printedAt(ofSeconds(7), "Cleo?")
                        .and(other.printedAt(ofSeconds(8), "Dan?"))
                        .and(other.printedAt(ofMillis(9_500), "Cleo is missing"))
                        .and(other.printedAt(ofMillis(10_500), "Dan is missing"))
                        .and(other.printedAt(ofMillis(13_500), "Eva is missing"))
                        .rightOnlyFor("a silence of 3 s and a grace of 1 s", "7 s and 2.5 s"));
    }

    private static long calls(Run run) {
        return run.output().stream().filter(CALLED::equals).count();
    }

    /** Ben sends a signal every second, half a second late, and the other climber only at first. */
    private static Signal[] everySecondBut(String name, int last) {
        var signals = new ArrayList<Signal>();
        for (int second = 1; second <= 16; second++) {
            signals.add(new Signal(ofMillis(1_000L * second - 500), "Ben"));
            if (second <= last) {
                signals.add(new Signal(ofSeconds(second), name));
            }
        }
        return signals.toArray(Signal[]::new);
    }

    private static void watch(
            List<String> climbers,
            Duration silence,
            Duration grace,
            Duration end,
            Consumer<String> call,
            Signal[] first,
            Signal... more)
            throws InterruptedException {
        var all = new ArrayList<>(List.of(first));
        all.addAll(List.of(more));
        watch(climbers, silence, grace, end, call, all.toArray(Signal[]::new));
    }

    private static void watch(
            List<String> climbers,
            Duration silence,
            Duration grace,
            Duration end,
            Consumer<String> call,
            Signal... signals)
            throws InterruptedException {
        var radio = new LinkedBlockingQueue<String>();
        for (Signal signal : signals) {
            if (signal.at.compareTo(end) < 0) {
                send(signal.name, signal.at, radio);
            }
        }
        send(Hut.OVER, end, radio);
        Hut.watch(radio, climbers, silence, grace, name -> {
            IO.println("(call for " + name + ")");
            call.accept(name);
        });
    }

    private static void answerLate() throws InterruptedException {
        var radio = new LinkedBlockingQueue<String>();
        send(Hut.OVER, ofSeconds(9), radio);
        Hut.watch(radio, List.of("Anna"), SILENCE, GRACE, name -> send(name, ofMillis(500), radio));
    }

    private static void send(String name, Duration after, BlockingQueue<String> radio) {
        Thread.startVirtualThread(() -> {
            try {
                Thread.sleep(after);
                radio.add(name);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
