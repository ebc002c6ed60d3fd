package sharedstate;

import java.util.concurrent.Callable;

/** Makes one experiment, such as one visitor at each of two gates. Fails if the result is wrong. */
public final class OneRound {
    private static final String LOST_UPDATE = "lost-update";

    private OneRound() {}

    static void main(String[] args) throws Exception {
        String name = args.length == 0 ? LOST_UPDATE : String.join(" ", args);
        if (!experiment(name).call()) {
            throw new IllegalStateException("the result of " + name + " is wrong");
        }
    }

    private static Callable<Boolean> experiment(String name) {
        return switch (name) {
            case LOST_UPDATE -> () -> Experiments.countsBoth(new LostUpdate());
            case "volatile-counter" -> () -> Experiments.countsBoth(new VolatileCounter());
            case "lock" -> () -> Experiments.countsBoth(new WithLock());
            case "atomic" -> () -> Experiments.countsBoth(new WithAtomic());
            case "check-then-act" -> () -> Experiments.sellsOnce(new CheckThenAct());
            case "put-if-absent" -> () -> Experiments.sellsOnce(new PutIfAbsent());
            case "torn-pair" -> () -> Experiments.showsOnePlay(new TornPair("Hamlet", 1));
            case "immutable-record" -> () -> Experiments.showsOnePlay(new ImmutableRecord("Hamlet", 1));
            case "iterated-list" -> () -> Experiments.printsOneMoment(new IteratedList());
            case "locked-iteration" -> () -> Experiments.printsOneMoment(new LockedIteration());
            case "copy-on-write" -> () -> Experiments.printsOneMoment(new CopyOnWrite());
            default ->
                throw new IllegalArgumentException("Unknown experiment '" + name
                        + "'. After --, type lost-update, volatile-counter, lock, atomic, check-then-act,"
                        + " put-if-absent, torn-pair, immutable-record, iterated-list, locked-iteration or"
                        + " copy-on-write.");
        };
    }
}
