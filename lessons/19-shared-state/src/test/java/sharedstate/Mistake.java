package sharedstate;

import static org.assertj.core.api.Assertions.assertThat;

import interleave.virtualtime.ThrowingRunnable;
import java.util.List;
import java.util.concurrent.Callable;

/** The mistakes that two threads make by chance, and the steps of them that README.md shows. */
enum Mistake {
    LOST_UPDATE(() -> Experiments.countsBoth(new LostUpdate()), "LostUpdate:.*", "Gate 1", "Gate 2"),
    VOLATILE_COUNTER(() -> Experiments.countsBoth(new VolatileCounter()), "VolatileCounter:.*", "Gate 1", "Gate 2"),
    CHECK_THEN_ACT(() -> Experiments.sellsOnce(new CheckThenAct()), "CheckThenAct:.*Map.*", "Anna", "Ben"),
    TORN_PAIR(() -> Experiments.showsOnePlay(new TornPair("Hamlet", 1)), "TornPair:.*", "Office", "Visitor"),
    ITERATED_LIST(
            () -> Experiments.printsOneMoment(new IteratedList()),
            "IteratedList:.*(iterator|next|List.add)",
            "Printer",
            "Ben");

    private final ThrowingRunnable program;
    private final String steps;
    private final List<String> threads;

    Mistake(Callable<Boolean> experiment, String steps, String... threads) {
        program = () -> assertThat(experiment.call()).isTrue();
        this.steps = steps;
        this.threads = List.of(threads);
    }

    /** Fails if the result is wrong. */
    ThrowingRunnable program() {
        return program;
    }

    /** A regular expression for the steps that a reader has to see. */
    String steps() {
        return steps;
    }

    /** One column for each. */
    List<String> threads() {
        return threads;
    }

    /** The first line of the table on the page. */
    String header() {
        return "| " + String.join(" | ", threads) + " |";
    }
}
