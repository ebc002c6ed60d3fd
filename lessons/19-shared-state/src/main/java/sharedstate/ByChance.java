package sharedstate;

import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/** Repeats each experiment on real threads, and counts how often the mistake shows. The numbers differ in each run. */
final class ByChance {
    private static final String ROUNDS = "2000";

    private ByChance() {}

    static void main(String[] args) throws Exception {
        int rounds = Integer.parseInt(args.length == 0 ? ROUNDS : args[0]);
        count("Lost update", rounds, () -> Experiments.countsBoth(new LostUpdate()));
        count("Check, then act", rounds, () -> Experiments.sellsOnce(new CheckThenAct()));
        count("Torn pair", rounds, () -> Experiments.showsOnePlay(new TornPair("Hamlet", 1)));
        count("Iterated list", rounds, () -> Experiments.printsOneMoment(new IteratedList()));
    }

    private static void count(String name, int rounds, Callable<Boolean> experiment) throws Exception {
        int wrong = 0;
        for (int round = 0; round < rounds; round++) {
            if (!isRight(experiment)) {
                wrong++;
            }
        }
        IO.println(String.format(Locale.ROOT, "%s: wrong in %,d of %,d rounds", name, wrong, rounds));
    }

    /** An exception in one of the threads is a wrong result, too. */
    private static boolean isRight(Callable<Boolean> experiment) throws Exception {
        try {
            return experiment.call();
        } catch (ExecutionException failed) {
            return false;
        }
    }
}
