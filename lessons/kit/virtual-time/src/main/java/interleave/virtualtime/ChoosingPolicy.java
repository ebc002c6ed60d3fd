package interleave.virtualtime;

import interleave.virtualtime.engine.policy.RunnableThread;
import interleave.virtualtime.engine.policy.RunnableThreads;
import interleave.virtualtime.engine.policy.SchedulingPolicy;
import interleave.virtualtime.engine.steps.Step;
import interleave.virtualtime.scheduling.Candidate;
import interleave.virtualtime.scheduling.Chooser;
import interleave.virtualtime.scheduling.NextStep;
import interleave.virtualtime.scheduling.SchedulingPoint;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets a chooser decide which thread goes on. */
final class ChoosingPolicy implements SchedulingPolicy {
    private final Chooser chooser;
    private @Nullable RunnableThread last;

    ChoosingPolicy(Chooser chooser) {
        this.chooser = chooser;
    }

    @Override
    public boolean watchesSteps() {
        return true;
    }

    @Override
    public boolean preempts() {
        return false;
    }

    @Override
    public boolean stops(RunnableThread running, boolean alone) {
        return true;
    }

    @Override
    public int among(RunnableThreads runnable) {
        List<RunnableThread> threads = runnable.list();
        List<Candidate> candidates =
                threads.stream().map(ChoosingPolicy::candidate).toList();
        Optional<Candidate> running = Optional.ofNullable(last)
                .filter(thread -> thread.next() != null && !thread.givesWay())
                .map(thread -> candidates.get(threads.indexOf(thread)));
        int chosen = candidates.indexOf(chooser.choose(new SchedulingPoint(candidates, running)));
        if (chosen < 0) {
            throw new IllegalStateException("The chooser must return one of the candidates.");
        }
        last = threads.get(chosen);
        return chosen;
    }

    private static Candidate candidate(RunnableThread thread) {
        return new Candidate(
                thread.number(),
                thread.name(),
                Optional.ofNullable(thread.next()).map(ChoosingPolicy::next),
                thread.held().stream()
                        .map(held -> held.getClass().getSimpleName())
                        .toList(),
                List.copyOf(thread.held()));
    }

    private static NextStep next(Step step) {
        return new NextStep(
                step.site().place(),
                step.site().action(),
                switch (step.site().access()) {
                    case READ -> NextStep.Kind.READ;
                    case WRITE -> NextStep.Kind.WRITE;
                    case LOCK -> NextStep.Kind.LOCK;
                    case CALL -> step.variable().isPresent() ? NextStep.Kind.LOCK : NextStep.Kind.CALL;
                    case OPAQUE, CODE -> NextStep.Kind.CALL;
                },
                step.target());
    }
}
