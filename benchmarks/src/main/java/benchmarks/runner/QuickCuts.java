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
            new Rule("EventLoopBenchmark\\.(executeFrom|waitForTheNextTurn|echo).*",
                    "EventLoopBenchmark: executeFrom..., waitForTheNextTurn, echo", "the loop's inner parts"),
            new Rule("FetchBenchmark\\.(.* requests=(1|10000)|(?!sequential).* requests=10)",
                    "FetchBenchmark: 1, 10 and 10,000 requests at once", "100 and 1,000 say the most"),
            new Rule("FetchBenchmark\\.((sequential|threadPool10|vertxDefaultPool5) .* requests=100|"
                    + "threadPool[15]0 .* requests=1000)",
                    "FetchBenchmark: 100 in sequence, pools that are too small",
                    "a call takes seconds"));

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

    static Optional<Cut> of(Job job) {
        return RULES.stream().filter(rule -> rule.jobs.matcher(job.name()).matches()).map(Rule::cut).findFirst();
    }
}
