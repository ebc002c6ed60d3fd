package benchmarks.runner;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How far the run is and how long it still takes. A job is estimated from the plan and from the same benchmark at a
 * smaller size. The sum is scaled by the ratio of actual to estimated time so far.
 */
final class Progress {
    /** A call of a benchmark, as it was measured. */
    private record Measured(Job job, double secondsOfACall) {}

    private final Plan plan;
    private final List<Measured> measured = new ArrayList<>();
    private final List<Job> ahead;
    private final List<Job> tooLong = new ArrayList<>();
    private double estimatedSoFar;
    private double tookSoFar;

    Progress(Plan plan) {
        this.plan = plan;
        ahead = new ArrayList<>(plan.jobs());
    }

    /** The estimate for a job, in seconds. */
    double estimate(Job job) {
        return plan.times(job).seconds(secondsOfACall(job).orElse(0));
    }

    /** From the largest smaller size that has been measured. */
    OptionalDouble secondsOfACall(Job job) {
        return measured.stream()
                .filter(one -> one.job.differsInSizeOnly(job) && one.job.size() <= job.size())
                .max((one, other) -> Double.compare(one.job.size(), other.job.size()))
                .map(one -> job.secondsFrom(one.job, one.secondsOfACall))
                .orElse(OptionalDouble.empty());
    }

    void began(Job job) {
        ahead.remove(job);
    }

    /** Not called for a job that failed or was stopped: its time says nothing about others. */
    void ended(Job job, double estimated, double took, double secondsOfACall) {
        estimatedSoFar += estimated;
        tookSoFar += took;
        measured.add(new Measured(job, secondsOfACall));
    }

    /** Larger sizes need not be tried. */
    void tookTooLong(Job job) {
        ahead.remove(job);
        tooLong.add(job);
    }

    boolean isLargerThanOneThatTookTooLong(Job job) {
        return tooLong.stream().anyMatch(smaller -> smaller.differsInSizeOnly(job) && smaller.size() < job.size());
    }

    /** The estimate for the rest of the run, with this part of the running job done. */
    double secondsLeft(double estimateOfTheRunning, double partDone) {
        double scale = estimatedSoFar == 0 ? 1 : Math.clamp(tookSoFar / estimatedSoFar, 0.5, 2);
        double still = ahead.stream()
                .mapToDouble(this::estimate)
                .filter(seconds -> plan.speed() != Speed.QUICK || seconds <= Plan.MAX_QUICK_ESTIMATE)
                .sum();
        return scale * (still + (1 - partDone) * estimateOfTheRunning);
    }
}
