package interleave.recorder.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The critical path: the chain of work and waits that determined the time of a version. It is found backwards from the
 * end. Where a lane waits for other lanes, the path continues in the lane that ended the wait. If the recording does
 * not contain which lane that was, it is assumed to be the one whose own work ended closest to that moment. The work of
 * a library thread does not count, because it only passes on what came from a socket.
 *
 * @param steps in order of time
 * @param isGuess whether it contains a wait that no lane is known to have ended, or does not reach back to the start
 */
public record CriticalPath(List<Step> steps, boolean isGuess) {

    /** A part of the path that lies in one span of one lane. */
    public record Step(int lane, Duration from, Duration to, Span span) {
        /** How long it is. */
        public Duration length() {
            return to.minus(from);
        }
    }

    private static final int MAX_STEPS = 10_000;

    /** The critical path of a version; empty if none of its lanes can be part of one. */
    public static CriticalPath of(Timeline timeline) {
        return timeline.lanes().stream().noneMatch(lane -> lane.kind().isOnPaths())
                ? new CriticalPath(List.of(), false)
                : new Search(timeline).path();
    }

    /** How long its steps are together. */
    public Duration length() {
        return steps.stream().map(Step::length).reduce(Duration.ZERO, Duration::plus);
    }

    /** The steps in a lane. */
    public Stream<Step> in(int lane) {
        return steps.stream().filter(step -> step.lane == lane);
    }

    private static final class Search {
        private final List<Lane> lanes;
        private final Duration tolerance;
        private final List<Wake> wakes;
        private final List<Step> backwards = new ArrayList<>();
        private Duration now;
        private int lane;
        private boolean isGuess;

        Search(Timeline timeline) {
            lanes = timeline.lanes();
            Duration end = timeline.duration();
            // usually the main thread
            lane = lanes.indexOf(Collections.max(lanes, Comparator.comparing(each -> min(each.end(), end))));
            now = min(lanes.get(lane).end(), end);
            tolerance = max(Duration.ofNanos(1_000), timeline.duration().dividedBy(200));
            wakes = new ArrayList<>(timeline.scheduling().wakes());
            wakes.removeIf(wake -> lanes.get(wake.waker()).isOfALibrary());
        }

        CriticalPath path() {
            for (int i = 0; i < MAX_STEPS && now.isPositive(); i++) {
                Optional<Span> span = spanBefore(lane, now);
                if (span.isEmpty() || dependsOnOthers(span.get())) {
                    Optional<Wake> wake = wakeThatEndedWait();
                    if (wake.isPresent()) {
                        continueIn(wake.get());
                        continue;
                    }
                    Optional<Integer> other = laneThatEndedWait(
                            span.filter(wait -> wait.state() == State.IDLE).isPresent());
                    if (other.isEmpty() && span.isEmpty()) {
                        break;
                    }
                    if (other.isPresent()) {
                        lane = other.get();
                        span = workBefore(lane);
                    }
                }
                span.ifPresent(this::take);
            }
            return new CriticalPath(List.copyOf(backwards.reversed()), isGuess || now.compareTo(tolerance) > 0);
        }

        private void take(Span span) {
            isGuess |= dependsOnOthers(span) && now.minus(span.start()).compareTo(tolerance) > 0;
            backwards.add(new Step(lane, span.start(), now, span));
            now = span.start();
        }

        private void continueIn(Wake wake) {
            wakes.remove(wake); // so that the search never goes in a circle
            lane = wake.waker();
            now = min(now, wake.from());
        }

        private Optional<Wake> wakeThatEndedWait() {
            return wakes.stream()
                    .filter(wake -> wake.woken() == lane && isCloseToNow(wake.to()))
                    .filter(wake -> !isStoppedNow(lanes.get(wake.waker())))
                    .min(Comparator.comparing(wake -> wake.to().minus(now).abs()));
        }

        private boolean isCloseToNow(Duration moment) {
            return moment.minus(now).abs().compareTo(tolerance) <= 0;
        }

        /**
         * The other lane whose own work ended closest to now. Only the thread of a loop may stop waiting a little
         * before that work ends, because it wakes up before it ends the sleep of a task.
         */
        private Optional<Integer> laneThatEndedWait(boolean mayEndLater) {
            record Candidate(int lane, Span work) {}
            var working = new ArrayList<Candidate>();
            for (int other = 0; other < lanes.size(); other++) {
                int candidate = other;
                if (other != lane) {
                    boolean isOfALibrary = lanes.get(other).isOfALibrary();
                    workBefore(other)
                            .filter(work -> !(isOfALibrary && work.state() == State.RUNNING))
                            .ifPresent(work -> working.add(new Candidate(candidate, work)));
                }
            }
            return working.stream()
                    .min(Comparator.comparing((Candidate candidate) -> isStoppedNow(lanes.get(candidate.lane)))
                            .thenComparing(candidate -> !mayEndLater && stillWaits(candidate.work, now))
                            .thenComparing(candidate -> distance(candidate.work))
                            .thenComparing(candidate ->
                                    lanes.get(candidate.lane).end().minus(now).abs()))
                    .map(Candidate::lane);
        }

        /** A lane that was cancelled at this moment was cancelled because the wait ended, so it cannot be the cause. */
        private boolean isStoppedNow(Lane candidate) {
            return candidate.marks().stream().anyMatch(mark -> mark.isStop() && isCloseToNow(mark.at()));
        }

        private Duration distance(Span work) {
            return work.state() == State.RUNNING && work.end().compareTo(now) > 0
                    ? Duration.ZERO
                    : work.end().minus(now).abs();
        }

        /**
         * The own work of a lane that ended now or shortly before. A lane that was waiting cannot have ended a wait.
         */
        private Optional<Span> workBefore(int index) {
            Optional<Span> last = spanBefore(index, now);
            while (last.isPresent()
                    && (dependsOnOthers(last.get()) || stillWaits(last.get(), now.plus(tolerance)))
                    && now.minus(last.get().start()).compareTo(tolerance) <= 0) {
                last = spanBefore(index, last.get().start());
            }
            return last.filter(span -> !dependsOnOthers(span)
                    && !stillWaits(span, now.plus(tolerance))
                    && now.minus(min(span.end(), now)).compareTo(tolerance) <= 0);
        }

        private static boolean stillWaits(Span span, Duration moment) {
            return span.state().isWait() && span.end().compareTo(moment) > 0;
        }

        /** The last span of a lane that began before a moment. Ignores very short work. */
        private Optional<Span> spanBefore(int index, Duration moment) {
            List<Span> spans = lanes.get(index).spans();
            int begun = PartitionPoint.of(spans, span -> span.start().compareTo(moment) < 0);
            for (int i = begun - 1; i >= 0; i--) {
                Span span = spans.get(i);
                boolean negligible =
                        span.state() == State.RUNNING && span.length().compareTo(Duration.ofNanos(1_000)) < 0;
                if (!negligible) {
                    return Optional.of(span);
                }
            }
            return Optional.empty();
        }

        /** A sleep, or a wait for a socket, ends without another lane. */
        private static boolean dependsOnOthers(Span span) {
            return switch (span.state()) {
                case RUNNING, SLEEP, IO -> false;
                case LOCK, RESULT, IDLE, OTHER -> true;
            };
        }

        private static Duration min(Duration one, Duration other) {
            return one.compareTo(other) < 0 ? one : other;
        }

        private static Duration max(Duration one, Duration other) {
            return one.compareTo(other) > 0 ? one : other;
        }
    }
}
