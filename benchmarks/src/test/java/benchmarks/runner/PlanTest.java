package benchmarks.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import benchmarks.python.Python;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {
    /** One for each client. */
    private static final int FIRST_BATCHES = 5;

    @Test
    void everyJobHasAValueForEachParameter() throws Exception {
        assertThat(plan(Speed.DEFAULT, "GreetBenchmark").jobs())
                .extracting(Job::name)
                .containsExactly(
                        "GreetBenchmark.asyncio guests=3", "GreetBenchmark.asyncio guests=1000",
                        "GreetBenchmark.eventLoop guests=3", "GreetBenchmark.eventLoop guests=1000",
                        "GreetBenchmark.sequential guests=3", "GreetBenchmark.sequential guests=1000",
                        "GreetBenchmark.threadPool guests=3", "GreetBenchmark.threadPool guests=1000",
                        "GreetBenchmark.virtualThreads guests=3", "GreetBenchmark.virtualThreads guests=1000");
    }

    @Test
    void commandLineOverridesParametersAndPatterns() throws Exception {
        assertThat(plan(Speed.DEFAULT, "GreetBenchmark", "-p", "guests=50", "-e", "sequential", "eventLoop|sequential")
                        .jobs())
                .extracting(Job::name)
                .containsExactly("GreetBenchmark.eventLoop guests=50");
    }

    @Test
    void commandLineOverridesTimes() throws Exception {
        Plan plan = plan(Speed.QUICK, "GreetBenchmark", "-f", "3", "-i", "7");

        assertThat(plan.times(plan.jobs().getFirst())).satisfies(times -> {
            assertThat(times.forks()).isEqualTo(3);
            assertThat(times.measurements()).isEqualTo(7);
        });
    }

    @Test
    void quickRunOfEverythingFitsIntoThreeMinutes() throws Exception {
        assertThat(plan(Speed.QUICK, ".").seconds()).isLessThan(Plan.QUICK_DEADLINE - Plan.MAX_QUICK_ESTIMATE);
        assertThat(plan(Speed.QUICK, ".").jobs())
                .hasSizeLessThan(plan(Speed.DEFAULT, ".").jobs().size());
    }

    @Test
    void quickRunReportsWhatItLeavesOut() throws Exception {
        Plan quick = plan(Speed.QUICK, "EventLoopBenchmark");

        assertThat(quick.exclusions())
                .containsExactly(new Exclusion(
                        "EventLoopBenchmark: echo, executeFromOtherThreads, executeFromTheLoop, sleep,"
                                + " waitForTheNextTurn",
                        "they measure inner parts of the loop"));
        assertThat(quick.jobs()).extracting(Job::name).noneMatch(name -> name.contains("echo"));
    }

    @Test
    void quickRunOfHttpMeasuresCallsOfLessThanASecond() throws Exception {
        assertThat(plan(Speed.QUICK, "FetchBenchmark").jobs())
                .extracting(job -> job.name().replaceAll("FetchBenchmark\\.|latencyMillis=100 ", ""))
                .containsExactlyInAnyOrder(
                        "threadPool200 requests=100",
                        "eventLoop requests=100",
                        "eventLoop requests=1000",
                        "virtualThreads requests=100",
                        "virtualThreads requests=1000",
                        "vertx requests=100",
                        "vertx requests=1000");
    }

    @Test
    void everyJvmFetchesOneFirstBatch() throws Exception {
        for (Speed speed : Speed.values()) {
            Plan plan = plan(speed, "FetchBenchmark", "firstBatch");

            assertThat(plan.jobs())
                    .hasSize(FIRST_BATCHES)
                    .allSatisfy(job -> assertThat(plan.times(job)).satisfies(times -> {
                        assertThat(times.iterations()).isEqualTo(times.forks());
                        assertThat(times.forks()).isGreaterThanOrEqualTo(5);
                    }));
        }
    }

    @Test
    void reportsMissingAiohttp() throws Exception {
        Plan plan = Plan.of(
                Speed.DEFAULT,
                new JmhOptions(),
                Run.benchmarks("FetchBenchmark|GreetBenchmark"),
                new Peers(Python.WITHOUT_AIOHTTP, true));

        assertThat(plan.jobs())
                .extracting(Job::name)
                .anyMatch(name -> name.contains("GreetBenchmark.asyncio"))
                .anyMatch(name -> name.contains("client=VERTX"))
                .noneMatch(name -> name.matches("(?i).*aiohttp.*"));
        assertThat(plan.exclusions())
                .containsExactly(new Exclusion(
                        "the rows of aiohttp", "python3 has no aiohttp (python3 -m pip install aiohttp)"));
    }

    @Test
    void plansRowsOfAiohttp() throws Exception {
        Plan plan = plan(Speed.DEFAULT, "FetchBenchmark");

        assertThat(plan.jobs())
                .extracting(Job::name)
                .contains(
                        "FetchBenchmark.aiohttp latencyMillis=100 requests=1000",
                        "FetchBenchmark.aiohttpDefaultPool100 latencyMillis=100 requests=1000",
                        "FetchBenchmark.firstBatch client=AIOHTTP latencyMillis=100 requests=1000",
                        "FetchBenchmark.vertx latencyMillis=100 requests=1000");
        assertThat(plan.exclusions()).isEmpty();
    }

    @Test
    void everyQuickExclusionExcludesSomeRow() throws Exception {
        List<Exclusion> annotated = new QuickExclusions(Run.benchmarks(".")).all();

        assertThat(annotated).isNotEmpty();
        assertThat(plan(Speed.QUICK, ".").exclusions()).containsAll(annotated);
    }

    @Test
    void quickRunMeasuresExcludedBenchmarkThatIsNamed() throws Exception {
        assertThat(plan(Speed.QUICK, "EventLoopBenchmark", "executeFromTheLoop").jobs())
                .isNotEmpty();
    }

    @Test
    void quickRunMeasuresSmallSizesFirstAndOftenEnough() throws Exception {
        Plan quick = plan(Speed.QUICK, "GreetBenchmark");

        assertThat(quick.jobs()).extracting(Job::size).isSorted();
        assertThat(quick.times(quick.jobs().getFirst()).measurements()).isEqualTo(JobTimes.QUICK_MEASUREMENTS);
    }

    @Test
    void quickRunThatFallsBehindShortensJobsToAMinimum() throws Exception {
        Plan quick = plan(Speed.QUICK, "GreetBenchmark");
        Job job = quick.jobs().getFirst();

        assertThat(quick.times(job, 3).seconds(0)).isCloseTo(3, within(0.01));
        assertThat(quick.times(job, 100)).isEqualTo(quick.times(job));
        assertThat(quick.times(job, -5).measurements()).isEqualTo(JobTimes.QUICK_MEASUREMENTS);
    }

    @Test
    void fullRunUsesFiveJvms() throws Exception {
        Plan full = plan(Speed.FULL, "GreetBenchmark");

        assertThat(full.times(full.jobs().getFirst()).forks()).isEqualTo(5);
        assertThat(full.exclusions()).isEmpty();
    }

    @Test
    void remainingTimeScalesWithActualTimeOfJobs() throws Exception {
        Plan plan = plan(Speed.QUICK, "GreetBenchmark", "threadPool|eventLoop");
        var progress = new Progress(plan);
        double each = plan.seconds() / 4;
        Job first = plan.jobs().getFirst();

        assertThat(progress.secondsLeft(0, 0)).isCloseTo(4 * each, within(0.001));
        progress.began(first);
        assertThat(progress.secondsLeft(each, 0.5)).isCloseTo(3.5 * each, within(0.001));
        progress.ended(first, each, 1.5 * each, 0.0001);
        assertThat(progress.secondsLeft(0, 0)).isCloseTo(3 * 1.5 * each, within(0.001));
    }

    @Test
    void estimateGrowsInProportionToSize() throws Exception {
        Plan plan = plan(Speed.QUICK, "GreetBenchmark", "sequential");
        List<Job> jobs = plan.jobs();
        var progress = new Progress(plan);

        progress.ended(jobs.getFirst(), 1, 1, 0.03);

        assertThat(progress.secondsOfACall(jobs.getLast()).orElseThrow()).isCloseTo(10, within(0.001));
        assertThat(progress.estimate(jobs.getLast())).isGreaterThan(60);
    }

    @Test
    void estimateDoesNotGrowWithCapacity() throws Exception {
        Plan plan = plan(Speed.DEFAULT, "StreamsBenchmark", "flow");
        List<Job> jobs = plan.jobs();
        var progress = new Progress(plan);

        progress.ended(jobs.getFirst(), 1, 1, 0.3);

        assertThat(jobs.getLast().hasParameter("capacity=1000")).isTrue();
        assertThat(progress.secondsOfACall(jobs.getLast())).hasValue(0.3);
    }

    @Test
    void failureReasonIsTheMessageOfTheBenchmark() {
        var wrapped =
                new RuntimeException("a message of JMH", new IllegalStateException("The server is the bottleneck"));

        assertThat(Measurement.reason(wrapped)).isEqualTo("The server is the bottleneck");
        assertThat(Measurement.reason(new RuntimeException(new java.io.IOException("refused"))))
                .isEqualTo("IOException: refused");
    }

    @Test
    void reportsMissingPython() throws Exception {
        Plan plan = Plan.of(
                Speed.FULL,
                new JmhOptions(),
                Run.benchmarks("GreetBenchmark|EventLoopBenchmark"),
                new Peers(Python.NONE, true));

        assertThat(plan.jobs()).extracting(Job::name).isNotEmpty().noneMatch(name -> name.matches("(?i).*asyncio.*"));
        assertThat(plan.exclusions())
                .containsExactly(new Exclusion("the rows of asyncio", "they need python3, version 3.8 or newer"));
    }

    @Test
    void reportsMissingKotlin() throws Exception {
        Plan plan = Plan.of(
                Speed.DEFAULT,
                new JmhOptions(),
                Run.benchmarks("StreamsBenchmark|SleepersBenchmark"),
                new Peers(Python.WITH_AIOHTTP, false));

        assertThat(plan.jobs())
                .extracting(Job::name)
                .anyMatch(name -> name.contains("reactor"))
                .anyMatch(name -> name.contains("runtime=VERTX"))
                .noneMatch(name -> name.matches("(?i).*kotlin.*"));
        assertThat(plan.exclusions())
                .singleElement()
                .satisfies(kotlin -> assertThat(kotlin.why()).contains("interleave-*-kotlin.zip"));
    }

    private static Plan plan(Speed speed, String classes, String... jmhOptions) throws Exception {
        return Plan.of(
                speed, new JmhOptions(jmhOptions), Run.benchmarks(classes), new Peers(Python.WITH_AIOHTTP, true));
    }
}
