package interleave.course.teaching;

import interleave.bench.NaturalOrder;
import interleave.bench.Results;
import java.util.List;

/**
 * The results of a class.
 *
 * @param students with different names, in the order of their names
 * @param benchmarks all measured with the same version of the benchmarks
 * @param notes sentences about files that are not shown, or not as expected
 */
record ClassResults(List<StudentProgress> students, List<Results> benchmarks, List<String> notes) {

    /** Copies the lists. */
    ClassResults {
        students = List.copyOf(students);
        benchmarks = List.copyOf(benchmarks);
        notes = List.copyOf(notes);
    }

    /** The number of benchmark rows of the results with this name. */
    int rowsOf(String name) {
        return benchmarks.stream()
                .filter(results -> results.name().equals(name))
                .mapToInt(results -> results.rows().size())
                .sum();
    }

    /** The names of benchmark results without the progress of a student. */
    List<String> onlyBenchmarks() {
        List<String> known = students.stream().map(StudentProgress::name).toList();
        return benchmarks.stream()
                .map(Results::name)
                .filter(name -> !known.contains(name))
                .distinct()
                .sorted(NaturalOrder.INSTANCE)
                .toList();
    }
}
