package benchmarks.runner;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How far the run is and how long it still takes. What lies ahead is estimated from the plan and from what the same
 * benchmark took at a smaller size; then stretched by as much as what is done took longer than had been estimated.
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

    /** What a job will take, in seconds. */
    double estimate(Job job) {
        return plan.times(job).seconds(secondsOfACall(job).orElse(0));
    }

    /** From the largest of the smaller sizes that have been measured. */
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

    /** Not of a job that failed or was cut short: its time says nothing of others. */
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

    /** How long still, with this part of the running job done. */
    double secondsLeft(double estimateOfTheRunning, double partDone) {
        double stretch = estimatedSoFar == 0 ? 1 : Math.clamp(tookSoFar / estimatedSoFar, 0.5, 2);
        double still = ahead.stream()
                .mapToDouble(this::estimate)
                .filter(seconds -> plan.speed() != Speed.QUICK || seconds <= Plan.LONGEST_QUICK_JOB)
                .sum();
        return stretch * (still + (1 - partDone) * estimateOfTheRunning);
    }
}
