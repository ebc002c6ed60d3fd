package benchmarks.runner;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a quick run leaves out by name, so that three minutes are enough for what a class looks at. What is left out for
 * its size alone needs no line here: see {@link Plan}.
 */
final class QuickCuts {
    private static final List<Rule> RULES = List.of(
            new Rule(
                    "EventLoopBenchmark\\.(executeFrom|waitForTheNextTurn|sleep|echo).*",
                    "EventLoopBenchmark: executeFrom..., waitForTheNextTurn, sleep, echo",
                    "the loop's inner parts"),
            new Rule(
                    ".*Benchmark\\..* runtime=\\w+_FUTURES.*",
                    "sleepers that are futures without a task",
                    "a class looks at tasks"),
            new Rule(
                    "(Sleepers|Memory)Benchmark\\..* tasks=\\d{6,}",
                    "SleepersBenchmark, MemoryBenchmark: 100,000 and 1,000,000 tasks",
                    "they take a second each time"),
            new Rule(
                    "ContextManagerBenchmark\\..* pauseMillis=0 .*",
                    "ContextManagerBenchmark: queries without a pause",
                    "it measures the drivers"),
            new Rule(
                    "ContextManagerBenchmark\\..* reports=100",
                    "ContextManagerBenchmark: 100 reports",
                    "a call takes a second"),
            new Rule(
                    "GatherAndTasksBenchmark\\..* tasks=100000",
                    "GatherAndTasksBenchmark: 100,000 tasks",
                    "SleepersBenchmark has as many"),
            new Rule(
                    "GatherAndTasksBenchmark\\..* tasks=10", "GatherAndTasksBenchmark: 10 tasks", "1,000 say the most"),
            new Rule(
                    "ChatServerBenchmark\\.(asInTheArticle|threadPool|nettyFlushingEach|nettyBare|asyncio.*) .*",
                    "ChatServerBenchmark: a write for each message, threads of the system, a barer Netty, asyncio",
                    "200 clients of three versions say the most"),
            new Rule(
                    "ChatServerBenchmark\\..* clients=(50|1000)",
                    "ChatServerBenchmark: 50 and 1,000 clients",
                    "200 say the most"),
            new Rule("ComputeBenchmark\\..* tasks=10?", "ComputeBenchmark: 1 and 10 tasks", "100 say the most"),
            new Rule(
                    "FetchBenchmark\\.(sequential .*|vertxDefaultPool5 .*|threadPool50 .*|threadPool200 .*"
                            + " requests=1000)",
                    "FetchBenchmark: in sequence, pools that are too small",
                    "a call takes seconds"),
            new Rule("FetchBenchmark\\.aiohttp.*", "FetchBenchmark: aiohttp", "a class looks at Java"),
            new Rule("FetchBenchmark\\.firstBatch .*", "FetchBenchmark: first batches", "each needs several JVMs"),
            new Rule(
                    "ScraperBenchmark\\.(sequential .*|parsing .*|.* pages=10)",
                    "ScraperBenchmark: 10 pages, parsing alone",
                    "100 say the most"),
            new Rule("LimitsBenchmark\\..*", "LimitsBenchmark", "what a limit costs is a question of its own"));

    private QuickCuts() {}

    /**
     * What one line leaves out.
     *
     * @param jobs a pattern for {@link Job#name()}
     * @param cut all of it, in one line
     */
    private record Rule(Pattern jobs, Cut cut) {
        Rule(String jobs, String what, String why) {
            this(Pattern.compile(jobs), new Cut(what, why));
        }
    }

    /** All there is to be left out. */
    static List<Cut> all() {
        return RULES.stream().map(Rule::cut).toList();
    }

    static Optional<Cut> of(Job job) {
        return RULES.stream()
                .filter(rule -> rule.jobs.matcher(job.name()).matches())
                .map(Rule::cut)
                .findFirst();
    }
}
