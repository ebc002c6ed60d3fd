package benchmarks.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import benchmarks.Python;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {
    /** One for each client. */
    private static final int FIRST_BATCHES = 5;

    @Test
    void everyRowIsABenchmarkWithAValueForEachParameter() throws Exception {
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
    void parametersAndPatternsOfTheCommandLineGoBefore() throws Exception {
        assertThat(plan(Speed.DEFAULT, "GreetBenchmark", "-p", "guests=50", "-e", "sequential", "eventLoop|sequential")
                        .jobs())
                .extracting(Job::name)
                .containsExactly("GreetBenchmark.eventLoop guests=50");
    }

    @Test
    void timesOfTheCommandLineGoBefore() throws Exception {
        Plan plan = plan(Speed.QUICK, "GreetBenchmark", "-f", "3", "-i", "7");

        assertThat(plan.times(plan.jobs().getFirst())).satisfies(times -> {
            assertThat(times.forks()).isEqualTo(3);
            assertThat(times.measurements()).isEqualTo(7);
        });
    }

    @Test
    void theWholeSetIsQuickWithinThreeMinutes() throws Exception {
        assertThat(plan(Speed.QUICK, ".").seconds()).isLessThan(Plan.QUICK_DEADLINE - Plan.LONGEST_QUICK_JOB);
        assertThat(plan(Speed.QUICK, ".").jobs())
                .hasSizeLessThan(plan(Speed.DEFAULT, ".").jobs().size());
    }

    @Test
    void whatQuickLeavesOutIsSaid() throws Exception {
        Plan quick = plan(Speed.QUICK, "EventLoopBenchmark");

        assertThat(quick.cuts()).extracting(Cut::what).anyMatch(what -> what.contains("echo"));
        assertThat(quick.jobs()).extracting(Job::name).noneMatch(name -> name.contains("echo"));
    }

    @Test
    void ofHttpAQuickRunMeasuresWhatTakesLessThanASecondACall() throws Exception {
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
    void ofTheFirstBatchOfAProcessThereIsOneInEachJvm() throws Exception {
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
    void withoutAiohttpItsRowsAreLeftOutAndThatIsSaid() throws Exception {
        Plan plan = Plan.of(
                Speed.DEFAULT,
                new JmhOptions(),
                Run.benchmarks("FetchBenchmark|GreetBenchmark"),
                Python.WITHOUT_AIOHTTP);

        assertThat(plan.jobs())
                .extracting(Job::name)
                .anyMatch(name -> name.contains("GreetBenchmark.asyncio"))
                .anyMatch(name -> name.contains("client=VERTX"))
                .noneMatch(name -> name.matches("(?i).*aiohttp.*"));
        assertThat(plan.cuts()).singleElement().satisfies(cut -> {
            assertThat(cut.what()).isEqualTo("aiohttp's rows");
            assertThat(cut.why()).startsWith("python3 has no aiohttp").contains("pip install aiohttp");
        });
    }

    @Test
    void withAiohttpItsRowsStandBesideTheOthers() throws Exception {
        Plan plan = plan(Speed.DEFAULT, "FetchBenchmark");

        assertThat(plan.jobs())
                .extracting(Job::name)
                .contains(
                        "FetchBenchmark.aiohttp latencyMillis=100 requests=1000",
                        "FetchBenchmark.aiohttpDefaultPool100 latencyMillis=100 requests=1000",
                        "FetchBenchmark.firstBatch client=AIOHTTP latencyMillis=100 requests=1000",
                        "FetchBenchmark.vertx latencyMillis=100 requests=1000");
        assertThat(plan.cuts()).isEmpty();
    }

    @Test
    void everyLineOfWhatQuickLeavesOutLeavesSomethingOut() throws Exception {
        assertThat(plan(Speed.QUICK, ".").cuts()).containsAll(QuickCuts.all());
    }

    @Test
    void whoAsksForABenchmarkByNameGetsItQuickToo() throws Exception {
        assertThat(plan(Speed.QUICK, "EventLoopBenchmark", "executeFromTheLoop").jobs())
                .isNotEmpty();
    }

    @Test
    void quickMeasuresSmallSizesFirstAndOftenEnough() throws Exception {
        Plan quick = plan(Speed.QUICK, "GreetBenchmark");

        assertThat(quick.jobs()).extracting(Job::size).isSorted();
        assertThat(quick.times(quick.jobs().getFirst()).measurements()).isEqualTo(Times.QUICK_MEASUREMENTS);
    }

    @Test
    void aQuickRunThatFallsBehindMeasuresMoreShortlyAndNeverTooShortly() throws Exception {
        Plan quick = plan(Speed.QUICK, "GreetBenchmark");
        Job job = quick.jobs().getFirst();

        assertThat(quick.times(job, 3).seconds(0)).isCloseTo(3, within(0.01));
        assertThat(quick.times(job, 100)).isEqualTo(quick.times(job));
        assertThat(quick.times(job, -5).measurements()).isEqualTo(Times.QUICK_MEASUREMENTS);
    }

    @Test
    void fullMeasuresInFiveJvms() throws Exception {
        Plan full = plan(Speed.FULL, "GreetBenchmark");

        assertThat(full.times(full.jobs().getFirst()).forks()).isEqualTo(5);
        assertThat(full.cuts()).isEmpty();
    }

    @Test
    void timeLeftFallsAsRowsAreDoneAndStretchesWithWhatTookLonger() throws Exception {
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
    void aCallOfALargerSizeIsExpectedToTakeAtMostInProportion() throws Exception {
        Plan plan = plan(Speed.QUICK, "GreetBenchmark", "sequential");
        List<Job> jobs = plan.jobs();
        var progress = new Progress(plan);

        progress.ended(jobs.getFirst(), 1, 1, 0.03);

        assertThat(progress.secondsOfACall(jobs.getLast()).orElseThrow()).isCloseTo(10, within(0.001));
        assertThat(progress.estimate(jobs.getLast())).isGreaterThan(60);
    }

    @Test
    void theReasonOfAFailureIsWhatTheBenchmarkSaid() {
        var wrapped =
                new RuntimeException("JMH's own words", new IllegalStateException("the server is the bottleneck"));

        assertThat(Run.reason(wrapped)).isEqualTo("the server is the bottleneck");
        assertThat(Run.reason(new RuntimeException(new java.io.IOException("refused"))))
                .isEqualTo("IOException: refused");
    }

    @Test
    void withoutPythonItsVersionsAreLeftOutAndThatIsSaid() throws Exception {
        Plan plan =
                Plan.of(Speed.FULL, new JmhOptions(), Run.benchmarks("GreetBenchmark|EventLoopBenchmark"), Python.NONE);

        assertThat(plan.jobs()).extracting(Job::name).isNotEmpty().noneMatch(name -> name.matches("(?i).*asyncio.*"));
        assertThat(plan.cuts()).extracting(Cut::why).containsExactly("there is no python3 of at least 3.8");
    }

    private static Plan plan(Speed speed, String classes, String... jmhOptions) throws Exception {
        return Plan.of(speed, new JmhOptions(jmhOptions), Run.benchmarks(classes), Python.WITH_AIOHTTP);
    }
}
