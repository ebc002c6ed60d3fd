package interleave.course.teaching;

import interleave.course.teaching.StudentProgress.Attempts;
import interleave.course.teaching.StudentProgress.Claim;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the class performs in one exercise, according to the latest check of each student.
 *
 * @param exercise the name of its class
 * @param checked the number of students who have run its check
 * @param done the number of students who have solved it
 * @param claims in the order of the check
 */
record ClaimCounts(String exercise, int checked, long done, List<ClaimCount> claims) {
    /** The row for checks that ended before the next claim was checked. */
    private static final String OTHER = "No claim: the check ended early, such as with a deadlock or a compile error.";

    /**
     * How many students pass a claim and how many fail it; the checks of the others ended before it.
     *
     * @param example the most common message of the students who fail it; empty if none does
     */
    record ClaimCount(String exercise, String claim, int passed, int failed, String example) {}

    /** Counts the claims of each exercise that was checked. Exercises that {@code order} lacks come last. */
    static List<ClaimCounts> of(List<StudentProgress> students, List<String> order) {
        var attempts = new TreeMap<String, List<Attempts>>(
                Comparator.<String>comparingInt(name -> order.contains(name) ? order.indexOf(name) : order.size())
                        .thenComparing(Comparator.naturalOrder()));
        attempts.putAll(students.stream()
                .flatMap(student -> student.exercises().entrySet().stream())
                .filter(exercise -> exercise.getValue().wereChecked())
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList()))));
        return attempts.entrySet().stream()
                .map(exercise -> of(exercise.getKey(), exercise.getValue()))
                .toList();
    }

    private static ClaimCounts of(String className, List<Attempts> checked) {
        String exercise = className.substring(className.lastIndexOf('.') + 1);
        var failed = new LinkedHashMap<String, List<String>>();
        var passed = new LinkedHashMap<String, Integer>();
        checked.stream()
                .sorted(Comparator.comparingInt((Attempts each) -> each.claims().size())
                        .reversed()) // the longest list has all claims in order
                .forEach(each -> count(each, passed, failed));
        List<ClaimCount> claims = Stream.concat(passed.keySet().stream(), failed.keySet().stream())
                .distinct()
                .map(claim -> {
                    List<String> messages = failed.getOrDefault(claim, List.of());
                    return new ClaimCount(
                            exercise, claim, passed.getOrDefault(claim, 0), messages.size(), commonest(messages));
                })
                .toList();
        return new ClaimCounts(
                exercise,
                checked.size(),
                checked.stream().filter(Attempts::done).count(),
                claims);
    }

    private static void count(Attempts attempts, Map<String, Integer> passed, Map<String, List<String>> failed) {
        boolean explained = attempts.problem().isEmpty();
        for (Claim claim : attempts.claims()) {
            passed.merge(claim.claim(), claim.passed() ? 1 : 0, Integer::sum);
            if (!claim.passed()) {
                failed.computeIfAbsent(claim.claim(), first -> new ArrayList<>())
                        .add(attempts.problem());
                explained = true;
            }
        }
        if (!explained) {
            failed.computeIfAbsent(OTHER, first -> new ArrayList<>()).add(attempts.problem());
        }
    }

    /** The most frequent text; of several, the first one in alphabetical order. */
    static String commonest(List<String> texts) {
        return texts.stream()
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.<String, Long>comparingByValue()
                        .thenComparing(Map.Entry.<String, Long>comparingByKey().reversed()))
                .map(Map.Entry::getKey)
                .orElse("");
    }
}
