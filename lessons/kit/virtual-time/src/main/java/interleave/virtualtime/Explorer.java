package interleave.virtualtime;

import interleave.virtualtime.engine.Outcome;
import interleave.virtualtime.engine.Settings;
import interleave.virtualtime.engine.Simulation;
import interleave.virtualtime.engine.exploration.Divergence;
import interleave.virtualtime.engine.exploration.Exploration;
import interleave.virtualtime.engine.policy.SchedulingPolicy;
import interleave.virtualtime.engine.races.Race;
import interleave.virtualtime.races.DataRace;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Runs a program under one schedule after another, as {@link Exploration} says. */
final class Explorer {
    private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(2);

    private final ScheduleSearch search;
    private final ThrowingRunnable body;
    private final Exploration exploration;
    private final long start = System.nanoTime();
    private long reportAt = start + BETWEEN_REPORTS.toNanos();
    private int runs;
    private List<String> races = List.of();

    Explorer(ScheduleSearch search, ThrowingRunnable body) {
        this.search = search;
        this.body = body;
        this.exploration = new Exploration(search.preemptions());
    }

    SearchResult untilFailure() {
        while (!isAtLimit()) {
            Optional<SchedulingPolicy> next = exploration.next();
            if (next.isEmpty()) {
                return result(true);
            }
            Optional<Throwable> failure = failureOf(next.get()).or(this::race);
            if (failure.isPresent()) {
                throw new FailingSchedule(
                        exploration.schedules() + 1, exploration.preemptions(), failure.get(), replayed());
            }
            exploration.ended();
        }
        return result(false);
    }

    SearchResult counting() {
        while (!isAtLimit()) {
            Optional<SchedulingPolicy> next = exploration.next();
            if (next.isEmpty()) {
                return result(true);
            }
            failureOf(next.get()).ifPresentOrElse(failure -> exploration.failed(), exploration::ended);
        }
        return result(false);
    }

    private Optional<Throwable> failureOf(SchedulingPolicy policy) {
        runs++;
        var simulation = new Simulation(settings(policy, false));
        try {
            Outcome outcome = Runner.simulate(simulation, body, new Output(RunListener.NONE));
            return outcome.uncaught().stream()
                    .map(uncaught -> uncaught.exception())
                    .findFirst();
        } catch (Divergence divergence) {
            throw divergence;
        } catch (Throwable failure) {
            return Optional.of(failure);
        } finally {
            if (races.isEmpty()) {
                races = simulation.races().stream().map(Race::toString).toList();
            }
        }
    }

    private Optional<Throwable> race() {
        return races.isEmpty() ? Optional.empty() : Optional.of(new DataRace(races));
    }

    private String replayed() {
        return Runner.schedule(settings(exploration.again(), true), body);
    }

    private Settings settings(SchedulingPolicy policy, boolean schedule) {
        return Runner.settings(policy, schedule, search.findsRaces());
    }

    private boolean isAtLimit() {
        long now = System.nanoTime();
        if (now >= reportAt) {
            reportAt = now + BETWEEN_REPORTS.toNanos();
            search.progress()
                    .accept(String.format(
                            Locale.ROOT,
                            "%,d schedules so far. Preemptions: %d of at most %d.",
                            exploration.schedules(),
                            exploration.preemptions(),
                            search.preemptions()));
        }
        return runs >= search.maxRuns() || now - start >= search.maxTime().toNanos();
    }

    private SearchResult result(boolean complete) {
        return new SearchResult(
                exploration.schedules(), exploration.failing(), search.preemptions(), complete, found());
    }

    private Optional<List<String>> found() {
        return search.findsRaces() ? Optional.of(races) : Optional.empty();
    }
}
