package benchmarks.runner;

import benchmarks.quick.ExcludedFromQuick;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.openjdk.jmh.runner.BenchmarkListEntry;

/** The rows that a quick run leaves out, as the {@link ExcludedFromQuick} annotations of the benchmarks say. */
final class QuickExclusions {
    private final List<Rule> rules;

    /** Those of the classes of these benchmarks. */
    QuickExclusions(Collection<BenchmarkListEntry> benchmarks) {
        Set<String> classes = benchmarks.stream()
                .map(BenchmarkListEntry::getUserClassQName)
                .collect(Collectors.toCollection(TreeSet::new));
        rules = classes.stream().flatMap(name -> rules(name).stream()).toList();
    }

    /**
     * An annotation.
     *
     * @param method the only method that it excludes; empty for all methods of the class
     */
    private record Rule(String type, String method, ExcludedFromQuick annotation) {

        boolean excludes(Job job) {
            return job.typeName().equals(type)
                    && (method.isEmpty() || job.method().equals(method))
                    && (annotation.rows().length == 0
                            || Arrays.stream(annotation.rows()).anyMatch(job::hasParameter));
        }

        String text() {
            return (method + " " + String.join(", ", annotation.rows())).strip();
        }
    }

    private static List<Rule> rules(String className) {
        Class<?> type = load(className);
        var rules = new ArrayList<Rule>();
        rules.addAll(rules(type.getSimpleName(), "", type));
        for (Method method : type.getDeclaredMethods()) {
            rules.addAll(rules(type.getSimpleName(), method.getName(), method));
        }
        return rules;
    }

    private static List<Rule> rules(String type, String method, AnnotatedElement annotated) {
        return Arrays.stream(annotated.getAnnotationsByType(ExcludedFromQuick.class))
                .map(annotation -> new Rule(type, method, annotation))
                .toList();
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(name + " is in JMH's list of benchmarks, but not in the jar", missing);
        }
    }

    boolean exclude(Job job) {
        return rules.stream().anyMatch(rule -> rule.excludes(job));
    }

    /** One for each class and reason, if it excludes one of these jobs. */
    List<Exclusion> of(List<Job> jobs) {
        return exclusions(rules.stream()
                .filter(rule -> jobs.stream().anyMatch(rule::excludes))
                .toList());
    }

    /** One for each class and reason. */
    List<Exclusion> all() {
        return exclusions(rules);
    }

    private static List<Exclusion> exclusions(List<Rule> rules) {
        var grouped = rules.stream()
                .collect(Collectors.groupingBy(
                        rule -> List.of(rule.type, rule.annotation.because()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return grouped.values().stream().map(QuickExclusions::exclusion).toList();
    }

    private static Exclusion exclusion(List<Rule> sameReason) {
        String rows = sameReason.stream()
                .map(Rule::text)
                .filter(text -> !text.isEmpty())
                .sorted()
                .collect(Collectors.joining(", "));
        Rule any = sameReason.getFirst();
        return new Exclusion(rows.isEmpty() ? any.type : any.type + ": " + rows, any.annotation.because());
    }
}
